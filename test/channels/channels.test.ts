/** What every channel promises, whatever its kind: it answers once, in time, and never throws. */
import { expect, test } from 'vitest';
import type { Channel } from '../../src/plan/types.ts';
import { send } from './sending.ts';

const base = { names: [], timeout: 5 };
const kinds: Channel<string>[] = [
  {
    ...base,
    type: 'smtp',
    host: '127.0.0.1',
    port: 1,
    security: 'none',
    from: 'a@example.org',
    to: ['b@example.org'],
  },
  { ...base, type: 'slack', url: 'http://127.0.0.1:1/' },
  { ...base, type: 'teams', url: 'http://127.0.0.1:1/' },
  { ...base, type: 'webhook', url: 'http://127.0.0.1:1/', method: 'POST', headers: {}, to: [] },
  { ...base, type: 'command', run: 'exit 9', to: [] },
];

test.each(kinds)('$type: what was given up before is not begun', async channel => {
  expect(await send(channel, {}, { signal: AbortSignal.abort() })).toEqual({
    sent: 'no',
    why: 'timeout',
    detail: 'given up',
  });
});

test.each(kinds)('$type: a channel that does not work answers so', async channel => {
  expect(await send(channel)).toMatchObject({ sent: 'no' });
});

test('what nobody foresaw is told as a doubt, by the name of the error alone', async () => {
  const impossible = { ...kinds[0], to: undefined } as unknown as Channel<string>;
  expect(await send(impossible)).toEqual({ sent: 'unknown', why: 'failed', detail: 'TypeError' });
});
