/** Who is let in, once a token is demanded. */
import { describe, expect, it } from 'vitest';
import { ServeFailure } from '../../src/serve/failure.ts';
import { isSame, tokenFor } from '../../src/serve/token.ts';
import { ask, connection, goodToken, plainRequest, reader, serving, words } from './serving.ts';

const asking = { token: goodToken };
const bearer = (token: string) => ({ headers: { Authorization: `Bearer ${token}` } });

describe('a server with a token', () => {
  it.each(['/', '/page', '/events', '/report.json', '/nothing'])(
    'tells nothing to who has none: %s',
    async path => {
      const { status, headers, body } = await ask(await serving(asking), path);
      expect([status, headers['www-authenticate']]).toEqual([401, 'Bearer']);
      expect(body.toString()).toBe(`${words.tokenOwed}\n`);
    },
  );

  it.each([
    ['another', 'Bearer another-token-that-is-long'],
    ['the beginning of it', `Bearer ${goodToken.slice(0, -1)}`],
    ['more than it', `Bearer ${goodToken}x`],
    ['it in another scheme', `Basic ${goodToken}`],
    ['an empty one', 'Bearer '],
  ])('refuses %s', async (_, authorization) => {
    const headers = { Authorization: authorization };
    expect(await ask(await serving(asking), '/', { headers })).toMatchObject({ status: 401 });
  });

  it('lets a script in with a header', async () => {
    const server = await serving(asking);
    expect(await ask(server, '/report.json', bearer(goodToken))).toMatchObject({ status: 200 });
    const stream = await reader(server, bearer(goodToken).headers);
    await stream.hears('data: v1');
  });

  it('lets a browser in by its address, which then forgets the token', async () => {
    const server = await serving(asking);
    const { status, headers } = await ask(server, `/?token=${goodToken}`);
    expect([status, headers.location]).toEqual([303, '/']);
    const [cookie = ''] = headers['set-cookie'] ?? [];
    expect(cookie).toMatch(/^bascule-\w+=\w+; HttpOnly; SameSite=Strict; Path=\/$/);
    expect(cookie).not.toContain(goodToken);
    const [pair = ''] = cookie.split(';');
    for (const path of ['/', '/page', '/report.json']) {
      const kept = { headers: { Cookie: `theme=dark; ${pair}` } };
      expect(await ask(server, path, kept)).toMatchObject({ status: 200 });
    }
    const tampered = { headers: { Cookie: `${pair.slice(0, -1)}${pair.endsWith('0') ? 1 : 0}` } };
    expect(await ask(server, '/', tampered)).toMatchObject({ status: 401 });
  });

  it('leads on by a page of its own whoever comes from another site', async () => {
    const headers = { 'Sec-Fetch-Site': 'cross-site' };
    const answer = await ask(await serving(asking), `/page?token=${goodToken}`, { headers });
    expect([answer.status, answer.headers.refresh]).toEqual([200, '0; url=/page']);
    expect(answer.headers['set-cookie']).toHaveLength(1);
    expect(answer.body).toHaveLength(0);
  });

  it('never leads to another site', async () => {
    const answer = await ask(await serving(asking), `//evil.example/?token=${goodToken}`);
    expect(answer.headers.location).toBe('/');
  });

  it('gives a cookie that no other server takes, though all see it', async () => {
    const [one, other] = await Promise.all([serving(asking), serving(asking)]);
    const { headers } = await ask(one, `/?token=${goodToken}`);
    const [pair = ''] = headers['set-cookie']![0]!.split(';');
    expect(await ask(other, '/', { headers: { Cookie: pair } })).toMatchObject({ status: 401 });
  });
});

describe('a wrong token', () => {
  it('has the next one from there wait', async () => {
    const server = await serving({ ...asking, limits: { penalty: 200 } });
    const began = performance.now();
    for (const guess of ['one', 'two', 'three']) {
      expect(await ask(server, '/', bearer(guess))).toMatchObject({ status: 401 });
    }
    expect(performance.now() - began).toBeGreaterThan(390);
    expect(await ask(server, '/', bearer(goodToken))).toMatchObject({ status: 200 });
    expect(performance.now() - began).toBeGreaterThan(590);
  });

  it('keeps nobody waiting who has a cookie', async () => {
    const server = await serving({ ...asking, limits: { penalty: 60_000 } });
    const { headers } = await ask(server, `/?token=${goodToken}`);
    const [pair = ''] = headers['set-cookie']![0]!.split(';');
    expect(await ask(server, '/', bearer('wrong'))).toMatchObject({ status: 401 });
    expect(await ask(server, '/', { headers: { Cookie: pair } })).toMatchObject({ status: 200 });
  });

  it('is not even looked at, nor a right one, when too many wait', async () => {
    const server = await serving({ ...asking, limits: { penalty: 60_000, waiting: 1 } });
    expect(await ask(server, '/', bearer('wrong'))).toMatchObject({ status: 401 });
    const next = await ask(server, '/', bearer(goodToken));
    expect([next.status, next.headers['retry-after']]).toEqual([429, '5']);
    expect(next.body.toString()).toBe(`${words.tooManyTokens}\n`);
  });

  it('keeps nobody waiting for one who has left', async () => {
    const server = await serving({ ...asking, limits: { penalty: 2000 } });
    expect(await ask(server, '/', bearer('wrong'))).toMatchObject({ status: 401 });
    const began = performance.now();
    for (let n = 0; n < 5; n++) {
      const said = plainRequest('/').replace('\r\n\r\n', '\r\nAuthorization: Bearer no\r\n\r\n');
      (await connection(server, said)).destroy();
    }
    expect(await ask(server, '/', bearer(goodToken))).toMatchObject({ status: 200 });
    // Five wrong ones that somebody had waited for would be 10 s more.
    expect(performance.now() - began).toBeLessThan(8000);
  });
});

describe('the token', () => {
  it('is the one given, where it can be guessed by nobody', () => {
    expect(tokenFor(goodToken, true, words)).toBe(goodToken);
    expect(tokenFor(goodToken, false, words)).toBe(goodToken);
  });

  it('is not needed on this machine, and made where others can come', () => {
    expect(tokenFor(null, true, words)).toBeNull();
    const made = [1, 2].map(() => tokenFor(null, false, words)!);
    expect(new Set(made).size).toBe(2);
    for (const token of made) expect(tokenFor(token, false, words)).toBe(token);
  });

  it.each(
    ['', 'too-short-by-one', 'has a space in the middle', 'é'.repeat(20), 'x'.repeat(257)].map(
      token => (token === 'too-short-by-one' ? token.slice(1) : token),
    ),
  )('«%s» is none: an empty variable protects nothing', token => {
    expect(() => tokenFor(token, true, words)).toThrow(
      new ServeFailure(words.badToken, words.badTokenRemedy),
    );
  });

  it('is compared whole', () => {
    expect([isSame('a', 'a'), isSame('a', 'b'), isSame('a', 'aa'), isSame('', '')]).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });
});
