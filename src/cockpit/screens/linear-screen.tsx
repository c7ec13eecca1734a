import { Text } from 'ink';
import { keyLabel, keyOf } from '../keys/keymap.ts';
import type { Situation } from '../model/situation.ts';
import { menuOf } from '../panes/choice-rows.ts';
import { plainLine } from '../plain.ts';
import { inert } from '../text/inert.ts';
import { stepName } from '../text/step-name.ts';

/** For screen readers: a few plain lines, in the order one wants to hear them, without a clock. */
export function LinearScreen({ s, asking }: { s: Situation; asking: string }) {
  const { header, current, log, ending } = s.view;
  const lines = [
    ...log.slice(-5).map(plainLine),
    `${header.environment}, ${header.status.word}`,
    ...(current ? [`${stepName(current)}: ${current.status.word}`] : (ending?.lines ?? [])),
    ...(current?.remarks.map(({ text }) => text) ?? []),
    ...(current?.boxes.map(box => `${box.title}: ${box.badge.word}`) ?? []),
    ...menuOf(s.view).map(
      choice =>
        `${keyLabel(choice.primary ? 'enter' : keyOf(choice.id), s.words)}: ${choice.label}`,
    ),
    ...(asking === '' ? [] : [asking]),
  ];
  return <Text>{lines.map(inert).join('\n')}</Text>;
}
