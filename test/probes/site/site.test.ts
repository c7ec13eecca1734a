import type { RequestListener } from 'node:http';
import { describe, expect, test } from 'vitest';
import { createAuthority } from '../../channels/authority.ts';
import { fileOf, rawServer, secureWebServer, webServer } from '../../channels/loopback.ts';
import { measure, nobody, silence, siteProbe } from '../asking.ts';

const measures = ['availability', 'error-rate', 'p50', 'p95', 'p99'] as const;

/** Answers with these statuses in turn. */
function inTurn(...statuses: number[]): RequestListener {
  let count = 0;
  return (_, response) => {
    response.statusCode = statuses[count++ % statuses.length]!;
    response.end('page');
  };
}

describe('a site that answers', () => {
  test('is wholly available', async () => {
    const url = await webServer(inTurn(200));
    const all = { ok: true, samples: 20, unit: '%', detail: '20 requests, 0 errors' };
    expect(await measure(siteProbe(url))).toEqual({ ...all, value: 100 });
    expect(await measure(siteProbe(url, { measure: 'error-rate' }))).toEqual({ ...all, value: 0 });
  });

  test('with errors: its share of good answers, and of bad ones', async () => {
    const url = await webServer(inTurn(200, 200, 500, 200, 204));
    const detail = '20 requests, 4 errors (500)';
    expect(await measure(siteProbe(url))).toMatchObject({ value: 80, detail });
    expect(await measure(siteProbe(url, { measure: 'error-rate' }))).toMatchObject({
      value: 20,
      detail,
    });
  });

  test('with several kinds of errors tells the most frequent first', async () => {
    const url = await webServer(inTurn(503, 500, 503, 200));
    const { detail } = await measure(siteProbe(url, { requests: 4 }));
    expect(detail).toBe('4 requests, 3 errors (503, 500)');
  });

  test('is asked as often as it is said, on a new connection each time, four at most at once', async () => {
    const ports = new Set<number>();
    const waiting: (() => void)[] = [];
    let [asked, most] = [0, 0];
    const url = await webServer((request, response) => {
      asked += 1;
      ports.add(request.socket.remotePort!);
      waiting.push(() => response.end());
      most = Math.max(most, waiting.length);
      // Nobody is answered before four wait, or the last has come.
      if (waiting.length === 4 || asked === 10) for (const answer of waiting.splice(0)) answer();
    });
    expect(await measure(siteProbe(url, { requests: 10 }))).toMatchObject({ value: 100 });
    expect([asked, ports.size, most]).toEqual([10, 10, 4]);
  });

  test('one request, one error', async () => {
    const url = await webServer(inTurn(404));
    const { detail } = await measure(siteProbe(url, { requests: 1 }));
    expect(detail).toBe('1 request, 1 error (404)');
  });
});

describe('latency', () => {
  test('one slow answer in ten is its p95, not its p50', async () => {
    let count = 0;
    const url = await webServer((_, response) => {
      count += 1;
      if (count === 5) setTimeout(() => response.end(), 600);
      else response.end();
    });
    const found = await measure(siteProbe(url, { measure: 'p95', requests: 10 }));
    expect(found).toMatchObject({ ok: true, unit: 'ms', samples: 10 });
    expect(found).toHaveProperty(
      'value',
      expect.toSatisfy((ms: number) => ms > 590 && ms < 5000),
    );
    count = 0;
    const half = await measure(siteProbe(url, { measure: 'p50', requests: 10 }));
    expect(half).toHaveProperty(
      'value',
      expect.toSatisfy((ms: number) => ms > 0 && ms < 590),
    );
  });

  test('counts until the last byte', async () => {
    const url = await webServer((_, response) => {
      response.write('first');
      setTimeout(() => response.end('last'), 300);
    });
    const found = await measure(siteProbe(url, { measure: 'p50', requests: 1 }));
    expect(found).toHaveProperty(
      'value',
      expect.toSatisfy((ms: number) => ms > 290),
    );
  });

  test('is that of the good answers: a quick error page makes no site quick', async () => {
    const url = await webServer(inTurn(503));
    expect(await measure(siteProbe(url, { measure: 'p95' }))).toEqual({
      ok: false,
      why: 'refused',
      detail: '20 requests, 20 errors (503)',
    });
  });
});

describe('redirects', () => {
  test('are answers, and are not followed', async () => {
    const asked: (string | undefined)[] = [];
    const url = await webServer((request, response) => {
      asked.push(request.url);
      response.writeHead(302, { location: `${url}/again` }).end();
    });
    expect(await measure(siteProbe(url))).toMatchObject({ value: 100 });
    expect(new Set(asked)).toEqual(new Set(['/']));
  });

  test('are errors where only 200 is good', async () => {
    const url = await webServer(inTurn(301));
    expect(await measure(siteProbe(url, { ok: [200] }))).toMatchObject({ value: 0 });
    expect(await measure(siteProbe(url, { ok: [200], measure: 'p95' }))).toMatchObject({
      why: 'redirect',
    });
    expect(await measure(siteProbe(url, { ok: [301] }))).toMatchObject({ value: 100 });
  });
});

describe('a site that is down', () => {
  test('is 0 % available and 100 % wrong, but nobody knows how slow', async () => {
    const url = await nobody();
    const detail = '20 requests, 20 errors (ECONNREFUSED)';
    const [available, wrong, ...latencies] = await Promise.all(
      measures.map(one => measure(siteProbe(url, { measure: one }))),
    );
    expect(available).toEqual({ ok: true, value: 0, unit: '%', samples: 20, detail });
    expect(wrong).toEqual({ ok: true, value: 100, unit: '%', samples: 20, detail });
    for (const latency of latencies) {
      expect(latency).toEqual({ ok: false, why: 'unreachable', detail });
    }
  });

  test('so is one that hangs up in the middle of a page, or speaks another language', async () => {
    const halfway = await webServer((_, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('half', () => response.destroy());
    });
    const port = await rawServer(socket => void socket.end('SSH-2.0-OpenSSH\r\n').resume());
    for (const url of [halfway, `http://127.0.0.1:${port}`]) {
      expect(await measure(siteProbe(url, { requests: 4 }))).toMatchObject({ ok: true, value: 0 });
    }
  });

  test('one that never answers is 0 % available too', async () => {
    const url = await webServer(silence);
    const probe = siteProbe(url, { requests: 4, timeout: 1 });
    expect(await measure(probe)).toEqual({
      ok: true,
      value: 0,
      unit: '%',
      samples: 4,
      detail: '4 requests, 4 errors (timeout)',
    });
    expect(await measure({ ...probe, measure: 'p95' })).toMatchObject({ why: 'timeout' });
  });
});

describe('a series that is cut short', () => {
  test('counts what came, from five on', async () => {
    let count = 0;
    const url = await webServer((_, response) => {
      count += 1;
      if (count <= 6) response.end();
    });
    const found = await measure(siteProbe(url, { measure: 'p95', timeout: 0.5, requests: 40 }));
    expect(found).toMatchObject({ ok: true, samples: expect.toSatisfy(n => n >= 6 && n < 40) });
    expect(found.detail).toMatch(/^\d+ of 40 requests, \d errors \(timeout\)$/);
  });

  test('is no measure below five, and ends in time', async () => {
    const url = await webServer(silence);
    const began = performance.now();
    expect(await measure(siteProbe(url, { timeout: 0.5 }))).toEqual({
      ok: false,
      why: 'timeout',
      detail: '4 of 20 requests, 4 errors (timeout) in 0.5 s',
    });
    expect(performance.now() - began).toBeLessThan(2000);
  });
});

describe('a certificate', () => {
  const authority = createAuthority();
  const trusted = authority.issue('127.0.0.1');
  const ca = () => fileOf(authority.cert);

  test('that nobody vouches for stands against every measure', async () => {
    const url = await secureWebServer(trusted, inTurn(200));
    for (const one of measures) {
      expect(await measure(siteProbe(url, { measure: one, requests: 4 }))).toEqual({
        ok: false,
        why: 'certificate',
        detail: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      });
    }
  });

  test('is good when its authority is given', async () => {
    const url = await secureWebServer(trusted, inTurn(200));
    expect(await measure(siteProbe(url, { ca: ca() }))).toMatchObject({ ok: true, value: 100 });
  });

  test('is not when it is over, or for another name', async () => {
    const over = await secureWebServer(authority.issue('127.0.0.1', 'expired'), inTurn(200));
    expect(await measure(siteProbe(over, { ca: ca() }))).toMatchObject({
      why: 'certificate',
      detail: 'CERT_HAS_EXPIRED',
    });
    const named = (await secureWebServer(trusted, inTurn(200))).replace('127.0.0.1', 'localhost');
    expect(await measure(siteProbe(named, { ca: ca() }))).toMatchObject({
      why: 'certificate',
      detail: 'ERR_TLS_CERT_ALTNAME_INVALID',
    });
  });

  test('a senseless authority is said', async () => {
    const url = await secureWebServer(trusted, inTurn(200));
    expect(await measure(siteProbe(url, { ca: fileOf('no certificate') }))).toEqual({
      ok: false,
      why: 'certificate',
      detail: 'ca: ERR_OSSL_PEM_NO_START_LINE',
    });
  });
});
