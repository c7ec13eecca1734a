/** The keys of the bottom bar: only those that do something now, the most useful first. */
import type { ChoiceId } from '../../view/types.ts';
import { stageOf } from '../asking/question.ts';
import { type CommandId, keyLabel, keyOf } from '../keys/keymap.ts';
import { activeList } from '../model/lists.ts';
import { choiceOf, isLooking, primaryOf, type Situation } from '../model/situation.ts';
import type { Ui } from '../model/ui.ts';

export interface Hint {
  key: string;
  label: string;
  /** Kept when the row is too short for all. */
  always?: boolean;
}

export function hintsOf(ui: Ui, s: Situation): Hint[] {
  const { hints } = s.words.cockpit;
  const hint = (key: string, label: string): Hint => ({ key: keyLabel(key, s.words), label });
  const both = [hint('up', ''), hint('down', hints.choose)];
  const done = (confirm: string, cancel: string) => [
    hint('enter', confirm),
    hint('escape', cancel),
  ];
  if (ui.leave) return [...both, ...done(hints.confirm, hints.back)];
  if (ui.question) {
    const choosing = stageOf(ui.question) === 'option' ? both : [];
    return [...choosing, ...done(hints.confirm, hints.cancel)];
  }
  if (ui.filtering) return done(hints.filter, hints.cancel);
  if (ui.palette) return [...both, ...done(hints.choose, hints.close)];
  if (ui.page !== 'main') return pageHints(ui, s, hint);
  return [...actingHints(ui, s, hint), ...watchingHints(ui, s, hint)];
}

type Make = (key: string, label: string) => Hint;

function pageHints(ui: Ui, { words }: Situation, hint: Make): Hint[] {
  const { hints } = words.cockpit;
  const enter =
    ui.page === 'reading' || ui.page === 'away'
      ? [hint('enter', ui.page === 'away' ? hints.close : hints.choose)]
      : [];
  return [
    ...enter,
    hint('j', ''),
    hint('k', hints.move),
    hint('/', hints.filter),
    hint('escape', hints.back),
  ];
}

function actingHints(ui: Ui, s: Situation, hint: Make): Hint[] {
  if (s.readOnly) return [];
  const { hints } = s.words.cockpit;
  const can = (id: ChoiceId) => choiceOf(s, [id])?.enabled === true;
  const choice = (id: ChoiceId, label: string) => (can(id) ? [hint(keyOf(id), label)] : []);
  const primary = primaryOf(s);
  const boxes = (s.shown?.boxes.length ?? 0) > 0;
  return [
    ...(isLooking(s) ? [hint('escape', hints.back)] : []),
    ...(primary?.enabled && s.settled && !isLooking(s) && ui.focus !== 'plan'
      ? [hint('enter', hints.act)]
      : []),
    ...(boxes && !isLooking(s)
      ? [...choice('tickPass', hints.tick), ...choice('tickFail', hints.fail)]
      : []),
    ...choice('stop', hints.stop),
    ...choice('rollback', hints.rollback),
    ...choice('resume', hints.resume),
  ];
}

function watchingHints(ui: Ui, s: Situation, hint: Make): Hint[] {
  const { hints } = s.words.cockpit;
  const command = (id: CommandId, label: string): Hint => hint(keyOf(id), label);
  const output = activeList(ui, s) === 'output' && s.output.size > 0;
  const last = s.view.ending ? hints.quit : hints.detach;
  return [
    command('nextPane', hints.pane),
    ...(output ? [command('follow', hints.follow)] : []),
    command('filter', hints.filter),
    command('journal', hints.journal),
    ...(s.readOnly ? [] : [hint('m', hints.note)]),
    { ...command('palette', hints.actions), always: true },
    { ...command('help', hints.help), always: true },
    { ...command('detach', last), always: true },
  ];
}
