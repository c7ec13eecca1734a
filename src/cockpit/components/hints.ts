/** The keys of the bottom bar: only those that do something now, the most useful first. */
import type { ChoiceId } from '../../view/types.ts';
import { stageOf } from '../asking/question.ts';
import type { CommandId } from '../keys/binding.ts';
import { keyLabel, keyOf } from '../keys/keymap.ts';
import { choiceOf, isLooking, mayDecide, primaryOf } from '../model/deciding.ts';
import { detailMoved } from '../model/detail.ts';
import { isDossier } from '../model/dossier-rows.ts';
import { activeList, boxUnderCursor, rowUnderCursor } from '../model/lists.ts';
import { isGuided, type Situation } from '../model/situation.ts';
import type { Page, Ui } from '../model/ui.ts';
import { playbackHints } from './playback-hints.ts';

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
    if (ui.question.buffer) return [hint('ctrl+d', hints.keep), hint('escape', hints.cancel)];
    const choosing = ['option', 'editor'].includes(stageOf(ui.question)) ? both : [];
    return [...choosing, ...done(hints.confirm, hints.cancel)];
  }
  if (ui.filtering) return done(hints.filter, hints.cancel);
  if (ui.palette) return [...both, ...done(hints.choose, hints.close)];
  if (ui.seeking) return done(s.words.seen.playback.keys.hints.jump, hints.cancel);
  if (ui.page !== 'main') return pageHints(ui, s, hint);
  if (s.playback) return [...playbackHints(s, s.playback), ...watchingHints(ui, s, hint)];
  return [...actingHints(ui, s, hint), ...watchingHints(ui, s, hint)];
}

type Make = (key: string, label: string) => Hint;

function pageHints(ui: Ui, s: Situation, hint: Make): Hint[] {
  const { hints } = s.words.cockpit;
  if (isDossier(ui.page)) return dossierHints(ui, s, hint);
  const enter: Partial<Record<Page, string>> = {
    reading: hints.choose,
    away: hints.close,
    ...(s.playback?.moments.length && { moments: s.words.seen.playback.keys.hints.jump }),
  };
  const said = enter[ui.page];
  return [
    ...(said === undefined ? [] : [hint('enter', said)]),
    hint('j', ''),
    hint('k', hints.move),
    hint('/', hints.filter),
    hint('escape', hints.back),
  ];
}

function dossierHints(ui: Ui, s: Situation, hint: Make): Hint[] {
  const { hints } = s.words.cockpit;
  const row = rowUnderCursor(ui, s);
  const primary = s.readOnly ? undefined : row?.choices.find(choice => choice.primary);
  return [
    ...(primary?.enabled && s.settled ? [hint('enter', hints.act)] : []),
    ...(!primary && row?.leads ? [hint('enter', hints.open)] : []),
    hint('j', ''),
    hint('k', hints.move),
    ...(detailMoved(ui, s, 1) ? [hint('pageDown', hints.read)] : []),
    hint('/', hints.filter),
    hint(keyOf('copy'), hints.copy),
    { ...hint('escape', hints.back), always: true },
    { ...hint(keyOf('palette'), hints.actions), always: true },
  ];
}

function actingHints(ui: Ui, s: Situation, hint: Make): Hint[] {
  const { hints } = s.words.cockpit;
  if (s.readOnly) return isLooking(s) ? [hint('escape', hints.back)] : [];
  const can = (id: ChoiceId) => choiceOf(s, [id])?.enabled === true;
  const choice = (id: ChoiceId, label: string) => (can(id) ? [hint(keyOf(id), label)] : []);
  const primary = isGuided(s) ? undefined : primaryOf(s);
  const boxes = (s.shown?.boxes.length ?? 0) > 0;
  return [
    ...(isLooking(s) || s.outputAside ? [hint('escape', hints.back)] : []),
    ...(primary?.enabled && s.settled && mayDecide(s) && ui.focus !== 'plan'
      ? [hint('enter', hints.act)]
      : []),
    ...(isGuided(s) ? [hint('enter', hints.act), ...choice('review', hints.review)] : []),
    ...(boxes && mayDecide(s) && !isGuided(s)
      ? [...choice('tickPass', hints.tick), ...choice('tickFail', hints.fail)]
      : []),
    ...(boxUnderCursor(ui, s)?.check || choiceOf(s, ['check'])?.tone === 'warning'
      ? choice('check', hints.check)
      : []),
    ...choice('stop', hints.stop),
    ...choice('stopAside', hints.stopAside),
    ...choice('bind', hints.bind),
    ...choice('rollback', hints.rollback),
    ...choice('resume', hints.resume),
  ];
}

function watchingHints(ui: Ui, s: Situation, hint: Make): Hint[] {
  const { hints } = s.words.cockpit;
  const command = (id: CommandId, label: string): Hint => hint(keyOf(id), label);
  const output = activeList(ui, s) === 'output' && s.output.size > 0;
  const last = s.view.ending || s.readOnly ? hints.quit : hints.detach;
  return [
    ...(s.view.todo && !s.playback ? [command('agenda', hints.agenda)] : []),
    command('nextPane', hints.pane),
    ...(output ? [command('follow', hints.follow)] : []),
    command('filter', hints.filter),
    command('journal', hints.journal),
    ...(s.readOnly ? [] : [hint('m', hints.note)]),
    command('times', hints.times),
    ...(s.view.todo && !s.playback ? [] : [command('agenda', hints.agenda)]),
    command('messages', hints.messages),
    command('metrics', hints.measures),
    command('people', hints.people),
    command('prerequisites', hints.prerequisites),
    { ...command('palette', hints.actions), always: true },
    { ...command('help', hints.help), always: true },
    { ...command('leave', last), always: true },
  ];
}
