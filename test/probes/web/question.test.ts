import { expect, it } from 'vitest';
import { questionOf } from '../../../src/probes/web/question.ts';

it.each(['', 'secret-token', '/path', 'ftp://host/secret-token', 'http://'])(
  '%j is no address, and is not quoted',
  async url => {
    await expect(questionOf({ url })).rejects.toMatchObject({
      why: 'failed',
      message: 'url: http:// or https:// expected',
    });
  },
);

it('an address as its file gives it, with a line end', async () => {
  expect((await questionOf({ url: 'http://127.0.0.1:80/a\n' })).url.href).toBe(
    'http://127.0.0.1/a',
  );
});

it('the authority is read from its file; one that is not there is said without its path', async () => {
  const { ca } = await questionOf({ url: 'https://localhost', ca: import.meta.filename });
  expect(ca).toContain('the authority is read from its file');
  await expect(questionOf({ url: 'https://localhost', ca: '/no/such' })).rejects.toMatchObject({
    why: 'failed',
    message: 'ca: ENOENT',
  });
});
