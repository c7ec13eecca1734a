/** At the ends: what to say, what is left. */
import type { Entry, EntryOf, FactType } from '../../machines/entries.ts';
import type { Item } from '../plan/types.ts';
import { amendedCommands, commandDiff, commandName } from './amendments.ts';
import { runBadge } from './badge.ts';
import { whyText } from './log/why.ts';
import { cleanScript } from './scene/clean.ts';
import { instant, isRollback, recordOf, type Scene, stepLabel } from './scene/scene.ts';
import { clock, day, hoursMinutes, lasting, rounded } from './schedule/time.ts';
import { outageOf, plannedOutage, windowOf } from './schedule/window.ts';
import { tally } from './step/boxes.ts';
import type { ScreenView } from './types.ts';

export function endingView(scene: Scene): ScreenView['ending'] {
  const { status } = scene.input.state;
  if (status !== 'completed' && status !== 'rolledBack' && status !== 'aborted') return null;
  const lines = [
    scene.words.screen.ending[status],
    ...reasonLines(scene),
    span(scene),
    ...countLines(scene),
    outage(scene),
    amendmentsLine(scene),
  ];
  return {
    badge: runBadge(scene),
    lines: lines.filter(line => line !== ''),
    amendments: amendments(scene),
  };
}

/** Each amended command as a diff from the plan's text, safe to draw. */
function amendments({ plan, context, input, text }: Scene) {
  return amendedCommands(plan, context).map(({ step, command, script }) => {
    const name = commandName(step, command);
    const diff = commandDiff(name, command.script, script);
    return { step: text(name), diff: cleanScript(diff, input.ascii) };
  });
}

function amendmentsLine({ plan, context, words, text }: Scene): string {
  const names = amendedCommands(plan, context).map(({ step, command }) =>
    commandName(step, command),
  );
  return names.length === 0 ? '' : words.decisions.amendments(names.length, text(names.join(', ')));
}

/** Why it was rolled back, given up, or declared good all the same; '' among them where there is nothing to say. */
export function reasonLines(scene: Scene): string[] {
  const words = scene.words.screen.ending;
  const { rollback } = scene.context;
  const aborted = last(scene, 'run.aborted');
  const validated = last(scene, 'rollback.validated');
  const closed = last(scene, 'run.closed');
  return [
    rollback?.trigger ? words.trigger(scene.text(rollback.trigger)) : '',
    // The trigger is usually the whole reason.
    rollback && rollback.reason !== rollback.trigger
      ? words.reason(scene.text(whyText(scene, rollback.reason)))
      : '',
    rollback?.fromStep ? words.at(stepLabel(scene, rollback.fromStep)) : '',
    validated?.waiver
      ? waiver(scene, validated.waiver, scene.plan.rollback?.validation ?? [], 'waiver')
      : '',
    closed?.waiver ? waiver(scene, closed.waiver, scene.plan.checklist, 'closedWaiver') : '',
    aborted ? words.reason(scene.text(whyText(scene, aborted.reason))) : '',
  ];
}

/** What was red, and what nobody looked at, when a list was declared good all the same. */
function waiver(
  scene: Scene,
  reason: string,
  items: readonly Item[],
  kind: 'waiver' | 'closedWaiver',
): string {
  const { left, failed } = tally(scene, items);
  const words = scene.words.screen.ending;
  const said = scene.text(whyText(scene, reason));
  return left > 0 ? words[kind](said, left - failed, failed) : words.reason(said);
}

function last<T extends FactType>({ input }: Scene, type: T): EntryOf<T> | undefined {
  const found = input.entries.findLast((entry: Entry) => entry.type === type);
  return found as EntryOf<T> | undefined;
}

function span(scene: Scene): string {
  const from = instant(scene.context.run?.createdAt);
  const to = instant(scene.context.endedAt);
  if (from === null || to === null) return '';
  const { zone, words } = scene;
  const sameDay = day(from, zone) === day(to, zone);
  const at = (ms: number) => (sameDay ? clock(ms, zone) : `${day(ms, zone)} ${clock(ms, zone)}`);
  return words.screen.ending.span(at(from), at(to), lasting(to - from, words));
}

/** Steps that count in this run, how many are over, and which were passed over or taken as they were. */
export interface StepCounts {
  total: number;
  over: number;
  skipped: string[];
  accepted: string[];
}

export function stepCounts(scene: Scene): StepCounts {
  const steps = [
    ...scene.outline.spots.map(spot => spot.step),
    ...(isRollback(scene) ? (scene.plan.rollback?.steps ?? []) : []),
  ];
  const ids = (outcome: string) =>
    steps.filter(step => recordOf(scene, step.id).outcome === outcome).map(step => step.id);
  const over = steps.filter(step => recordOf(scene, step.id).outcome !== undefined).length;
  return { total: steps.length, over, skipped: ids('skipped'), accepted: ids('accepted') };
}

/** The same in words; '' among them where there is nothing to say. */
export function countLines(scene: Scene): string[] {
  const words = scene.words.screen.ending;
  const { total, over, skipped, accepted } = stepCounts(scene);
  return [
    words.steps(over - skipped.length, total),
    skipped.length > 0 ? words.skipped(skipped.length, scene.text(skipped.join(', '))) : '',
    accepted.length > 0 ? words.accepted(accepted.length, scene.text(accepted.join(', '))) : '',
  ];
}

function outage(scene: Scene): string {
  const [window, actual] = [windowOf(scene), outageOf(scene)];
  if (!window || !actual) return '';
  const words = scene.words.screen.ending;
  if (actual.to === null) return words.outageOpen;
  const planned = plannedOutage(window);
  return words.outage(
    hoursMinutes(actual.to - actual.from, scene.words),
    planned === null ? '?' : rounded(planned, scene.words),
  );
}
