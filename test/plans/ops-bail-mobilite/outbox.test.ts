import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createChannels } from '../../../src/channels/channels.ts';
import { revealedChannel } from '../../../src/engine/around/reveal.ts';
import { commandEnvironment } from '../../../src/engine/starting/command-environment.ts';
import { environment } from './commands.ts';
import { planFolder } from './rehearsal.ts';

test('in the rehearsal a message becomes a file, whatever the channel, and nothing leaves the machine', async () => {
  const run = mkdtempSync(join(tmpdir(), 'bascule-outbox-'));
  onTestFinished(() => rmSync(run, { recursive: true }));
  const directory = join(run, 'target/app');
  mkdirSync(directory, { recursive: true });
  const where = environment('rehearsal');
  const places = { run, plan: planFolder };
  const about = { secrets: {}, node: process.execPath, run: 'r', step: '', job: '' };
  const env = commandEnvironment({ base: process.env, environment: where, places, ...about });
  const channels = createChannels({ directory, environment: env });
  expect(Object.keys(where.channels)).toEqual(['email', 'slack', 'teams', 'sms']);
  for (const [name, channel] of Object.entries(where.channels)) {
    expect(channel.type).toBe('command');
    const ready = revealedChannel(channel, { secrets: {}, places });
    const message = { id: `d-${name}`, subject: 'Déploiement : GO', body: 'Première ligne\n' };
    const sent = await channels.send(ready, message, new AbortController().signal);
    expect(sent).toEqual({ sent: 'yes', detail: `écrit dans target/outbox/d-${name}.txt` });
    const letter = readFileSync(join(run, `target/outbox/d-${name}.txt`), 'utf8');
    expect(letter).toMatch(/^À : \S+.*\nObjet : Déploiement : GO\n\nPremière ligne\n$/);
  }
});
