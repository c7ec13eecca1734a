/** A deployment is weeks long: one run of the mission's plan, from J-7 to J+30, opened on six days. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { mailServer } from '../channels/smtp/mail-server.ts';
import { Home } from '../terminal/end-to-end/support/program.ts';
import { createRun, isRoot, missionFor, Opening, sharedHome } from './run-of-weeks.ts';
import { asNobody } from './second-person.ts';

const absolute = (mail: number, hook: number): string => `
title: Production
schedule: absolute
channels:
  email:
    type: smtp
    names: [Email]
    host: 127.0.0.1
    port: ${mail}
    security: none
    from: ops@example.org
    to: [users@example.org]
  slack:
    type: slack
    url: http://127.0.0.1:${hook}/hook
approvers:
  Chef de projet: [nobody]
`;

/** Every body that was posted to it. */
async function hookServer(): Promise<{ port: number; bodies: string[] }> {
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    void text(request).then(body => {
      bodies.push(body);
      response.end('ok');
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { port: (server.address() as AddressInfo).port, bodies };
}

/** A rehearsal and a rollback rehearsal of this very plan, by the program itself. */
async function rehearsedTwice(home: string, plan: string): Promise<void> {
  const program = new Home(home);
  const staging = ['run', plan, '--env', 'staging', '--unattended', '--lang', 'fr'];
  const forward = await program.cli(staging);
  expect(forward.code, forward.stderr).toBe(0);
  const back = await program.cli([...staging, '--on-failure', 'rollback'], {
    BASCULE_FAULT: 'validation-fails',
  });
  expect(back.code, back.stderr).toBe(4);
}

test('a run goes from J-7 to J+30 over many openings: proofs, messages, a second person, metrics, follow-up', async () => {
  const mail = await mailServer();
  const hook = await hookServer();
  const home = sharedHome();
  const plan = missionFor({
    staging: 'title: Recette\nschedule: relative\n',
    production: absolute(mail.port, hook.port),
  });
  await rehearsedTwice(home, plan);
  const run = createRun(home, plan, 'production', '2026-12-08', '2026-12-01T07:50:00Z');

  // J-7: what earlier runs prove is proved; the users are told; J-1 is not due.
  const first = await Opening.of(run, '2026-12-01T08:00:00Z');
  await first.sees('the target', () => first.state.current === 'J-7.1');
  expect(first.reads('prerequisites')).toMatch(/prouvé.* Environnement de staging.*staging/);
  expect(first.reads('prerequisites')).toMatch(/prouvé.* Plan de rollback/);
  await first.doesOn('messages', 'before', 'send', { option: 'email' });
  await first.sees('the mail', () => mail.letters.length === 1);
  await first.sees('its fate', () => /envoyé/.test(first.reads('messages')));
  await first.goesOnUntil('J-1.1');
  await expect(first.does('confirm')).rejects.toThrow(/son jour n'est pas venu/);
  await first.leaves();

  // J-1, two days late nothing: its own steps are due; a prerequisite will not be met.
  const second = await Opening.of(run, '2026-12-07T16:00:00Z');
  expect(second.reads('agenda')).toMatch(/Aujourd'hui/);
  await second.goesOnUntil('1.1');
  await expect(second.does('confirm')).rejects.toThrow(/son jour n'est pas venu/);
  await second.leaves();

  // The day: owed prerequisites stand before it.
  const day = await Opening.of(run, '2026-12-08T04:58:00Z');
  await expect(day.does('confirm')).rejects.toThrow(/prérequis/);
  await day.doesOn('prerequisites', 'P2.1', 'tickPass');
  await day.does('waiveAll', { reason: 'décidé en réunion' });
  await day.goesOnUntil('1.5');
  await day.sees('the baseline', () => day.state.context.metrics['M1.2']?.baseline !== undefined);
  expect(day.state.context.metrics['M1.2']?.baseline).toMatchObject({
    unit: 'ms',
    verdict: 'pass',
  });
  await expect(day.does('go')).rejects.toThrow(/l'accord de quelqu'un d'autre : Chef de projet/);
  if (isRoot) {
    const said = await asNobody(['approve', '--home', home, '--confirm', '1.5', '--lang', 'fr']);
    expect(said, said.said).toMatchObject({ code: 0 });
    await day.sees('the approval', () => day.state.context.approvals['1.5'] !== undefined);
    expect(day.state.context.approvals['1.5']).toMatchObject([
      { person: 'nobody', proof: 'verified', verdict: 'go', uid: 65534 },
    ]);
  } else {
    await day.does('attest', { text: 'la cheffe de projet', option: 'go', reason: 'au téléphone' });
  }
  await day.does('go');

  // Each checkpoint has its message, on the team's channel.
  await day.goesOnUntil('4.4');
  await day.doesOn('messages', 'during@4.3', 'send', { option: 'slack' });
  await day.sees('the post', () => hook.bodies.length === 1);
  expect(hook.bodies[0]).toMatch(/GO/);

  // The surveillance measures again, against the baseline.
  await day.at('2026-12-08T08:35:00Z').goesOnUntil('8.1');
  await day.sees('a measure', () => (day.state.context.metrics['M1.2']?.recent.length ?? 0) > 0);
  await day.goesOnUntil('8.5');
  await day.doesOn('messages', 'after', 'send', { option: 'email' });
  await day.sees('the last mail', () => mail.letters.length === 2);
  expect(mail.letters[1]?.text).toContain('maintenance');
  await day.goesOnUntil('J+1.1');
  await day.leaves();

  // J+1, in any order; then J+7, and J+30 which closes the run.
  const after = await Opening.of(run, '2026-12-09T09:00:00Z');
  await after.session.engine.act({
    type: 'record',
    fact: { type: 'step.confirmed', step: 'J+1.3' },
  });
  expect(after.state.current).toBe('J+1.1');
  await after.sees(
    'a measure of J+1',
    () =>
      Date.parse(after.state.context.metrics['M1.1']?.recent.at(-1)?.at ?? '') >=
      Date.parse('2026-12-09'),
  );
  await after.doesOn('metrics', 'M3.3', 'enterFigure', { text: '4 tickets/jour' });
  expect(after.state.context.metrics['M3.3']?.recent).toMatchObject([
    { verdict: 'pass', source: 'hand' },
  ]);
  await after.goesOnUntil('J+7.1');
  await after.leaves();

  const last = await Opening.of(run, '2027-01-07T09:00:00Z');
  expect(last.reads('agenda')).toMatch(/En retard/);
  await last.goesOnUntil(null);
  expect(last.screen.current).toMatchObject({ kind: 'closing', title: 'Liste finale' });
  for (const item of ['L.1', 'L.2', 'L.3', 'L.4', 'L.5']) await last.does('tickPass', { item });
  await last.does('close');
  expect(last.state.status).toBe('completed');
  const facts = last.session.engine.entries().map(({ type }) => type);
  expect(facts.filter(type => type === 'message.sent')).toHaveLength(3);
  expect(last.session.engine.away).toEqual([]);
  await last.leaves();
}, 240_000);
