/** Whatever happens in a run, the views stay sound and tell the truth. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StepStatus } from '../../machines/state.ts';
import type { Language, Plan } from '../../src/plan/types.ts';
import { logLines } from '../../src/view/log.ts';
import { stepView } from '../../src/view/step.ts';
import type { Answers, Choice } from '../../src/view/types.ts';
import { equippedPlan } from './equipped-plan.ts';
import { smallPlan } from './fixtures.ts';
import { Journey, winterMorning } from './journey.ts';

/** Each number picks what happens next; some of it is time, some the outside world's doing. */
function wander(journey: Journey, picks: readonly number[], after: () => void): void {
  for (const pick of picks) {
    journey.now += (pick % 1000) * 1000;
    const { liveJob, aside } = journey.state.context;
    if (aside !== null && pick % 4 > 0) besideActs(journey, pick);
    else if (liveJob !== null && pick % 3 > 0) worldActs(journey, pick);
    else operatorActs(journey, pick);
    after();
  }
}

/** What becomes of a job beside the plan. */
function besideActs(journey: Journey, pick: number): void {
  const job = journey.state.context.aside!;
  const { step } = journey.state.context.jobs[job]!;
  const kind = pick % 6;
  const evidence = '\u001b[31mKO\u0007\u001b[0m';
  if (kind === 0) journey.say({ type: 'job.doubted', job, step, why: 'rebooted' });
  else if (kind === 1) journey.say({ type: 'job.revoked', job, step, reason: 'never launched' });
  else journey.besideExit(pick % 3, { evidence, excerpt: { last: [evidence] } });
}

function worldActs(journey: Journey, pick: number): void {
  const { liveJob, jobs } = journey.state.context;
  const job = liveJob!;
  const { step, status } = jobs[job]!;
  const kind = pick % 5;
  if (kind === 0) journey.say({ type: 'job.doubted', job, step, why: 'rebooted' });
  else if (kind === 1 && status === 'running')
    journey.say({ type: 'job.orphaned', job, step, why: 'killed' });
  else if (kind === 2) {
    const excerpt = { first: '\u001b[1mFatal\u001b[0m', last: ['\ttrace', '\u0007bye'] };
    journey.exit(pick % 7, { why: 'expect /ok/', outputOpen: true, away: true, excerpt });
  } else journey.exit(0, { captured: { backup: 'b1' } });
}

function operatorActs(journey: Journey, pick: number): void {
  const enabled = journey.view.choices.filter(
    choice => choice.enabled && pick % 11 > rarity(choice),
  );
  const primary = pick % 2 === 0 ? enabled.find(one => one.primary) : undefined;
  const choice = primary ?? enabled[pick % Math.max(1, enabled.length)];
  if (choice) journey.make(choice, answersTo(journey, choice, pick));
}

/** Ends of the run are drawn less often, so that walks go far. */
const rarity = ({ id }: Choice) => (id === 'abort' ? 9 : id === 'rollback' ? 8 : -1);

function answersTo(journey: Journey, choice: Choice, pick: number): Answers {
  const option = choice.options[pick % Math.max(1, choice.options.length)]?.value;
  const boxes = (journey.view.current?.boxes ?? []).filter(
    ({ check }) => choice.id !== 'check' || check,
  );
  const box = boxes[pick % Math.max(1, boxes.length)];
  const item = box?.id ?? journey.plan.rollback?.proofs[0]?.id;
  return {
    ...((choice.reason !== 'none' || box?.contradicts) && { reason: 'parce que' }),
    ...(option !== undefined && { option }),
    ...(choice.text !== null && { text: 'df -h\n\ttail' }),
    ...(choice.edit !== null && { text: `${choice.edit}\n\techo ${pick}\u0007` }),
    ...(item !== undefined && { item }),
  };
}

const starts = fc.constantFrom('J-1.1', '1.1', '2.1', '2.2', '2.3');
const languages = fc.constantFrom<Language>('fr', 'en');
const walks = fc.array(fc.nat({ max: 100_000 }), { maxLength: 40 });

/** Everything shown, as one text. Values of options, ids and texts to edit are not for the eye; diffs have lines. */
const textOf = (...views: unknown[]) =>
  JSON.stringify(views, (key, value) => {
    if (key === 'value' || key === 'id' || key === 'edit') return undefined;
    return key === 'diff' ? value.replaceAll('\n', ' ') : value;
  });

/** What no eye should see, with what surrounds it. JSON spells most controls out. */
function excerpts(text: string, wrong: RegExp): string[] {
  return [...text.matchAll(wrong)].map(({ index }) =>
    text.slice(Math.max(0, index - 60), index + 40),
  );
}

const rubbish = /\\u[\da-f]{4}|\\[rtbf]|undefined|NaN|\[object|[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

function look(plan: Plan, journey: Journey): void {
  const steps = plan.stages.flatMap(stage => stage.phases.flatMap(phase => phase.steps));
  const log = logLines(journey.input, { from: 0, to: journey.entries.length });
  const shown = textOf(journey.view, log, ...steps.map(step => stepView(journey.input, step.id)));
  expect(excerpts(shown, rubbish)).toEqual([]);
  if (journey.input.ascii) expect(excerpts(shown, /[^\x20-\x7e]/g)).toEqual([]);
}

test('along any run, every choice that is offered is accepted, and no view holds rubbish', () => {
  const plans = [smallPlan(), equippedPlan()];
  const seen = new Set<StepStatus>();
  const walk = fc.property(
    walks,
    starts,
    languages,
    fc.boolean(),
    fc.boolean(),
    (picks, from, language, ascii, equipped) => {
      const plan = plans[equipped ? 1 : 0]!;
      const journey = new Journey(plan, winterMorning).until(from);
      journey.more = { language, ascii, schedule: ascii ? 'relative' : 'absolute' };
      wander(journey, picks, () => {
        look(plan, journey);
        const { current } = journey.state;
        if (current !== null) seen.add(journey.state.statusOf(current));
      });
    },
  );
  fc.assert(walk, { numRuns: 80, seed: 1 });
  const reached = ['failed', 'inDoubt', 'ready', 'refused', 'remediating', 'reviewing', 'running'];
  expect([...seen].sort()).toEqual(reached);
});

const hostile = fc.string({ unit: 'binary', maxLength: 30 });

test('hostile titles, reasons and notes reach no screen as they are', () => {
  fc.assert(
    fc.property(hostile, fc.boolean(), (text, ascii) => {
      const evil = `${text}\u001b[2J\u202e\u2066\u0007\r\n\ud800`;
      const plan = hostilePlan(evil);
      const journey = new Journey(plan, winterMorning);
      journey.more = { ascii };
      journey.say({ type: 'note.added', text: evil, step: '1.1' }).until('2.2').start('2.2');
      journey.exit(1, { why: evil });
      look(plan, journey);
      journey.choose('rollback', { reason: evil, option: evil }).until('R.3');
      look(plan, journey);
    }),
    { numRuns: 30 },
  );
});

function hostilePlan(evil: string): Plan {
  const plan = smallPlan({ title: evil });
  for (const stage of plan.stages) {
    stage.title = evil;
    for (const phase of stage.phases) {
      phase.title &&= evil;
      for (const step of phase.steps) step.title = evil;
    }
  }
  for (const trigger of plan.rollback!.triggers) trigger.text = evil;
  for (const item of [...plan.rollback!.validation, ...plan.checkpoints[0]!.criteria])
    item.title = evil;
  return plan;
}

test('rows have unique keys', () => {
  const journey = new Journey(smallPlan(), winterMorning).until('2.2');
  journey.choose('rollback', { reason: 'x' });
  const keys = journey.view.tree.map(row => row.key);
  expect(new Set(keys).size).toBe(keys.length);
});
