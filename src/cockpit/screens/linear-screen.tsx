import { Text } from 'ink';
import type { FailureCard, PlaybackView } from '../../view/types.ts';
import { choiceKey } from '../keys/choice-key.ts';
import { keyLabel } from '../keys/keymap.ts';
import { cursorOf, rowsOfList } from '../model/lists.ts';
import type { Situation } from '../model/situation.ts';
import type { Ui } from '../model/ui.ts';
import { menuOf } from '../panes/choice-rows.ts';
import { plainLine } from '../plain.ts';
import { inert } from '../text/inert.ts';
import { stepName } from '../text/step-name.ts';
import { dossierLines } from './dossier-lines.ts';

/** For screen readers: a few plain lines, in the order one wants to hear them, without a clock. */
export function LinearScreen({ ui, s, asking }: { ui: Ui; s: Situation; asking: string }) {
  const { header, log, alerts, todo } = s.view;
  const lines = [
    ...log.slice(-5).map(plainLine),
    ...(s.playback ? [positionLine(s, s.playback)] : []),
    ...(ui.notice && ui.notice.until > s.now ? [ui.notice.text] : []),
    // A plan that is only read has no environment.
    [header.environment, header.status.word].filter(Boolean).join(', '),
    ...watchLines(s),
    ...alerts.map(({ text }) => text),
    ...(todo ? [todo.text] : []),
    ...readinessLines(s),
    ...(s.dossier
      ? dossierLines(ui, s, s.dossier)
      : ui.page === 'moments'
        ? momentLines(ui, s)
        : stepLines(s)),
    ...(asking === '' ? [] : [asking]),
  ];
  return <Text>{lines.map(inert).join('\n')}</Text>;
}

/** Who drives; not how fresh that is, which is new every second. */
function watchLines({ view: { watch }, words }: Situation): string[] {
  return watch ? watch.text.split(words.units.separator).slice(0, 1) : [];
}

/** While it plays the hour would be said again and again: only what it passed last is. */
function positionLine(
  { words }: Situation,
  { playing, speed, clock, end, ratio, moments, passed }: PlaybackView,
): string {
  const { heard } = words.seen.playback.keys;
  const moment = moments[passed];
  const state = playing
    ? heard.playing(speed)
    : ratio >= 1
      ? heard.over(end)
      : heard.paused(clock, end);
  return moment ? `${state}, ${heard.after(`${moment.time} ${moment.text}`)}` : state;
}

/** Every moment of the page, the one under the cursor marked. */
function momentLines(ui: Ui, s: Situation): string[] {
  const rows = rowsOfList('moments', ui, s);
  const cursor = cursorOf('moments', rows, ui, s);
  return rows.map(({ text }, at) => (at === cursor ? `> ${text}` : text));
}

function stepLines(s: Situation): string[] {
  const { current, ending } = s.view;
  return [
    ...(current ? [`${stepName(current)}: ${current.status.word}`] : (ending?.lines ?? [])),
    ...(current?.card ? cardLines(current.card, s) : []),
    ...(current?.remarks.map(({ text }) => text) ?? []),
    ...(current?.boxes.map(box => `${box.title}: ${box.badge.word}`) ?? []),
    ...(current?.failing ? current.actions : []).map(({ text, label }) =>
      [text, label].filter(Boolean).join(': '),
    ),
    ...menuOf(s.view).map(
      choice => `${keyLabel(choiceKey(s.view, choice), s.words)}: ${choice.label}`,
    ),
  ];
}

/** Said only when something is wrong with the way back. */
function readinessLines({ view: { readiness }, words }: Situation): string[] {
  if (!readiness || readiness.badge.tone === 'good') return [];
  return [`${words.cockpit.panes.rollback}: ${readiness.badge.word}`];
}

/** A failure, in the order in which one decides. */
function cardLines(
  { status, lines, returnLeft, people, timing }: FailureCard,
  s: Situation,
): string[] {
  const { call } = s.words.cockpit.panes.card;
  const callees = people.map(({ role, who, contact }) =>
    [role, who, contact].filter(Boolean).join(' '),
  );
  return [
    status,
    ...lines.map(({ text }) => text),
    returnLeft.text,
    callees.length > 0 ? `${call}: ${callees.join(', ')}` : '',
    timing,
  ].filter(Boolean);
}
