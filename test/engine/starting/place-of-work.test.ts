import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { overSsh } from '../../../src/engine/starting/place-of-work.ts';
import { box, fence, release, step } from '../plans.ts';
import { createRun } from '../runs.ts';

/** Stands in for ssh: notes whom it was asked to reach, then does what the other end would with what it is given. */
const ssh = `#!/bin/sh
while [ "$1" != -- ]; do shift; done
echo "$2" >>"$(dirname "$0")/reached"
[ "$2" != dead.example.org ] || { echo 'ssh: connect to host dead.example.org port 22: No route to host'; exit 255; }
cd / && exec sh -c "$3"
`;

const hosts = {
  app: { address: 'ops@app1.example.org' },
  dead: { address: 'dead.example.org' },
  bastion: { local: true },
};

const checkpoint = step('09:00', '**CHECKPOINT** - Ready');

async function runWith(plan: string) {
  const run = createRun(plan, { hosts, path: ['{{run}}/bin'] });
  const bin = join(run.folder, 'bin');
  mkdirSync(bin);
  writeFileSync(join(bin, 'ssh'), ssh);
  chmodSync(join(bin, 'ssh'), 0o755);
  return {
    ...run,
    ...(await run.open()),
    reached: () => readFileSync(join(bin, 'reached'), 'utf8'),
  };
}

describe('a check', () => {
  it('looks on the host that it names, from the folder there, and its verdict comes back', async () => {
    const criteria = [box('Disk', fence('pwd; false | true', 'bash on=app dir=/usr'))];
    const { until, reached, engine } = await runWith(release({ steps: [checkpoint], criteria }));
    const { context } = await until(state => 'C1.1' in state.context.marks);
    expect(context.marks['C1.1']).toMatchObject({ verdict: 'fail', note: '/usr' });
    expect(reached()).toBe('ops@app1.example.org\n');
    const started = engine.entries().find(entry => entry.type === 'job.started');
    expect(started).toMatchObject({ host: 'app', check: 'C1.1' });
  });

  it('of a host that does not answer says no, and may look again', async () => {
    const criteria = [box('Disk', fence('true', 'bash on=dead'))];
    const { until } = await runWith(release({ steps: [checkpoint], criteria }));
    const { context } = await until(state => 'C1.1' in state.context.marks);
    expect(context.marks['C1.1']).toMatchObject({ verdict: 'fail', note: /No route to host/ });
  });
});

describe('a command of a step', () => {
  const work = (host: string) =>
    release({ steps: [step('09:00', 'Work', fence('echo done', `bash on=${host}`))] });

  it('is never run here in the name of another host', async () => {
    const { engine } = await runWith(work('app'));
    expect(await engine.act({ type: 'start', step: '1.1' })).toEqual({
      done: false,
      refusal: { code: 'remote', detail: 'app' },
    });
  });

  it('runs on a host that is this very machine, under its name', async () => {
    const { does, until, engine } = await runWith(work('bastion'));
    await does({ type: 'start', step: '1.1' });
    await until(state => state.context.steps['1.1']?.outcome === 'done');
    expect(engine.entries().find(({ type }) => type === 'job.started')).toMatchObject({
      host: 'bastion',
    });
  });
});

it('whatever its name, a folder there is one word', () => {
  expect(overSsh('a', 'sh -s', "it's; rm")).toContain(
    `'cd '\\''it'\\''\\'\\'''\\''s; rm'\\'' && exec sh -s'`,
  );
});
