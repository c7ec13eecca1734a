/** What a channel needs and nobody should read: revealed to the server alone. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { accepting, answering, fate, hook, journalOf, runWith, sending, webhook } from './hooks.ts';

describe('the secrets of a channel', () => {
  const secrets = { HOOK_PATH: 'T0K3N-of-the-hook', HOOK_KEY: 'k3y-of-the-hook' };

  it('reach the server, and are nowhere in the journal even when it quotes them', async () => {
    const { url, told } = await hook((response, { path, headers }) => {
      response.writeHead(403).end(`no ${path} ${String(headers['x-key'])} here`);
    });
    const run = runWith(
      {
        hook: webhook(
          { file: '{{run}}/address' },
          { headers: { 'X-Key': { secret: 'HOOK_KEY' } } },
        ),
      },
      secrets,
    );
    writeFileSync(join(run.folder, 'address'), `${url}/${secrets.HOOK_PATH}\n`);
    const opened = await run.open();
    await opened.does(sending());
    expect((await fate(opened)).detail).toMatch(/^403 no .* here$/);
    expect(told).toMatchObject([
      { path: `/${secrets.HOOK_PATH}`, headers: { 'x-key': secrets.HOOK_KEY } },
    ]);
    for (const secret of Object.values(secrets)) expect(journalOf(run)).not.toContain(secret);
  });

  it.each([
    [webhook({ secret: 'UNKNOWN' }), /UNKNOWN/],
    [webhook({ file: '{{run}}/nowhere' }), /nowhere/],
    [webhook({ secret: 'constructor' }), /constructor/],
  ])('that cannot be had make it fail, and are named: %o', async (channel, named) => {
    const opened = await runWith({ hook: channel }).open();
    await opened.does(sending());
    expect(await fate(opened)).toMatchObject({ status: 'failed', why: 'settings' });
    expect((await fate(opened)).detail).toMatch(named);
  });

  it('are covered in what a server says, also those that it has from elsewhere', async () => {
    const { url } = await hook(answering(500, `the database says ${secrets.HOOK_KEY}`));
    const run = runWith({ hook: webhook(url) }, secrets);
    const opened = await run.open();
    await opened.does(sending());
    expect((await fate(opened)).detail).toMatch(/^500 the database says \*+$/);
    expect(journalOf(run)).not.toContain(secrets.HOOK_KEY);
  });

  it('are covered in a text, in the journal and in what leaves', async () => {
    const { url, told } = await hook(accepting);
    const run = runWith({ hook: webhook(url) }, secrets);
    const opened = await run.open();
    await opened.does(
      sending({ subject: `for ${secrets.HOOK_KEY}`, body: `with ${secrets.HOOK_PATH}` }),
    );
    await fate(opened);
    const covered = (secret: string) => '*'.repeat(secret.length);
    expect(told).toMatchObject([
      { subject: `for ${covered(secrets.HOOK_KEY)}`, body: `with ${covered(secrets.HOOK_PATH)}` },
    ]);
    for (const secret of Object.values(secrets)) expect(journalOf(run)).not.toContain(secret);
  });
});
