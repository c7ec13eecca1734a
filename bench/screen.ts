/** What one screen costs to make, each second and after each entry, and how that grows with the plan. */
import type { Entry, Fact } from '../machines/entries.ts';
import { createFold } from '../src/journal/fold.ts';
import { compile } from '../src/plan/compile.ts';
import { nothingAround } from '../src/view/around.ts';
import { noHistory } from '../src/view/history.ts';
import { screenView } from '../src/view/screen.ts';
import type { ViewInput } from '../src/view/types.ts';
import { type Bench, type Figure, milliseconds, times } from './measure.ts';

const small = 80;
const large = 4000;
const start = Date.parse('2026-12-01T06:00:00Z');

/** Plans of manual steps, half of them done; a small one is the baseline of a large one. */
export const screen: Bench = async () => {
  const few = costOf(small);
  const many = costOf(large);
  return [
    figure('each second', few.second, many.second),
    figure('after an entry', few.entry, many.entry),
  ];
};

function figure(when: string, few: number, many: number): Figure {
  return {
    what: `a screen ${when}, plan of ${large} steps`,
    ours: milliseconds(many),
    baseline: `${small} steps: ${milliseconds(few)}`,
    ratio: times(many / few),
    goal: `≤ ${large / small}×: linear`,
  };
}

/** Milliseconds of one screen, a second after the one before, and right after one more entry. */
function costOf(count: number): { second: number; entry: number } {
  const run = halfDone(count);
  const rounds = 50;
  for (let warm = 0; warm < 5; warm++) run.look();
  const second = timeOf(rounds, () => run.look());
  const entry = timeOf(rounds, () => {
    run.add({ type: 'note.added', text: 'vu' });
    run.look();
  });
  return { second, entry };
}

function timeOf(rounds: number, action: () => void): number {
  const began = performance.now();
  for (let round = 0; round < rounds; round++) action();
  return (performance.now() - began) / rounds;
}

function halfDone(count: number) {
  const { plan } = compile(planOf(count), { path: 'plan.md' });
  const fold = createFold(plan);
  const entries: Entry[] = [];
  let folded = fold.initial();
  let now = start;
  const add = (fact: Fact): void => {
    const at = new Date(now).toISOString();
    const entry = { ...fact, seq: entries.length, at, by: 'ops@bastion' } as Entry;
    entries.push(entry);
    folded = fold.next(folded, entry);
  };
  for (const fact of beginning(plan.fingerprint)) add(fact);
  const steps = plan.stages.flatMap(stage => stage.phases.flatMap(phase => phase.steps));
  for (const { id } of steps.slice(0, count / 2)) add({ type: 'step.confirmed', step: id });
  const input = (at: number): ViewInput => ({
    plan,
    state: fold.toState(folded),
    entries,
    away: [],
    now: at,
    language: 'fr',
    ascii: false,
    operator: 'ops@bastion',
    schedule: 'absolute',
    observer: false,
    history: noHistory,
    around: nothingAround,
  });
  const look = () => {
    now += 1000;
    return screenView(input(now));
  };
  return { add, look };
}

function beginning(fingerprint: string): Fact[] {
  const helm = { operator: 'ops', host: 'bastion', pid: 1, terminal: '' };
  const plan = { title: 'Plan', fingerprint, path: 'plan.md' };
  const environment = { name: 'bench', fingerprint: '', protected: false };
  const rest = {
    date: '2026-12-01',
    timezone: 'UTC',
    pace: 'step',
    variables: {},
    program: 'bench',
  } as const;
  return [
    { type: 'run.created', version: 2, run: 'bench', plan, environment, ...rest },
    { type: 'helm.taken', helm },
  ];
}

/** Phases of a hundred steps, a minute each. */
function planOf(count: number): string {
  const lines = ['# Plan', '', '## Timeline', '', '### D-day: Go', ''];
  for (let at = 0; at < count; at++) {
    if (at % 100 === 0) lines.push('', `#### Phase ${at / 100 + 1}: Part`, '');
    const minute = 360 + Math.floor((at * 900) / count);
    const clock = [Math.floor(minute / 60), minute % 60].map(n => String(n).padStart(2, '0'));
    lines.push(`- [ ] **${clock.join(':')}** - Step ${at}`);
  }
  return lines.join('\n');
}
