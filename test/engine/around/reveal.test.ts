/** Channels and probes with nothing hidden any more. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { revealedChannel, revealedProbe } from '../../../src/engine/around/reveal.ts';
import type { Channel, Probe } from '../../../src/plan/types.ts';
import { fileOf, folder } from '../../channels/loopback.ts';
import { webhook } from './hooks.ts';

const by = (places = { run: '/the/run', plan: '/the/plan' }) => ({
  secrets: { KEY: 'k3y', PASSWORD: 'p4ss' },
  places,
});

it('secrets and files take the place of their names, in headers as well', () => {
  const channel = webhook(
    { file: fileOf('https://hook.example/T0K3N\n') },
    { headers: { Authorization: { secret: 'KEY' }, Accept: 'text/plain' } },
  );
  expect(revealedChannel(channel, by())).toMatchObject({
    url: 'https://hook.example/T0K3N',
    headers: { Authorization: 'k3y', Accept: 'text/plain' },
  });
});

it('what is not hidden stays as it is, and the channel itself keeps its secret hidden', () => {
  const mail: Channel = {
    type: 'smtp',
    host: 'relay',
    port: 25,
    security: 'none',
    user: 'ops',
    password: { secret: 'PASSWORD' },
    from: 'ops@example.net',
    to: ['all@example.net'],
    names: ['Email'],
    timeout: 20,
  };
  expect(revealedChannel(mail, by())).toEqual({ ...mail, password: 'p4ss' });
  expect(mail.password).toEqual({ secret: 'PASSWORD' });
});

it('the folders of the run and of the plan are put in, in names of files too', () => {
  const run = folder();
  writeFileSync(join(run, 'token'), 'T0K3N');
  const places = { run, plan: '/the/plan' };
  const probe: Probe = {
    type: 'prometheus',
    url: 'http://127.0.0.1:9090',
    query: 'up{path="{{plan}}"}',
    headers: { Authorization: { file: '{{run}}/token' } },
    ca: '{{plan}}/ca.pem',
    every: 60,
    timeout: 5,
  };
  expect(revealedProbe(probe, by(places))).toMatchObject({
    query: 'up{path="/the/plan"}',
    headers: { Authorization: 'T0K3N' },
    ca: '/the/plan/ca.pem',
    every: 60,
  });
});

it.each([
  [{ secret: { secret: 'KEY' } }, { secret: 'k3y' }],
  [{ file: 'a name' }, { file: 'a name' }],
  [{ secret: 'in the open' }, { secret: 'in the open' }],
])('a header may be called like what is hidden: %o', (headers, revealed) => {
  expect(revealedChannel(webhook('http://127.0.0.1', { headers }), by())).toMatchObject({
    headers: revealed,
  });
});

it.each(['NONE', 'constructor'])('a secret that nobody knows is named: %s', secret => {
  expect(() => revealedChannel(webhook({ secret }), by())).toThrow(`secret ${secret}`);
});

it('a file that cannot be read is named', () => {
  const file = join(folder(), 'nowhere');
  expect(() => revealedChannel(webhook({ file }), by())).toThrow(/nowhere/);
});
