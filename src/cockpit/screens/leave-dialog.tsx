import { leaveIds } from '../asking/leave.ts';
import type { Leave } from '../asking/question.ts';
import { Dialog, type DialogLine } from '../components/dialog.tsx';
import { useLook } from '../look.tsx';
import { choiceOf } from '../model/deciding.ts';
import type { Situation } from '../model/situation.ts';

/** Ctrl-C: stop the command, detach, stay. */
export function LeaveDialog({
  leave,
  s,
  resumeCommand,
}: {
  leave: Leave;
  s: Situation;
  resumeCommand: string;
}) {
  const { theme, words } = useLook();
  const { interrupt } = words.cockpit;
  const running = choiceOf(s, ['stop'])?.enabled === true;
  const details = {
    stop: interrupt.stopDetail,
    detach: interrupt.detachDetail,
    stay: interrupt.stayDetail,
  };
  const lines: DialogLine[] = leaveIds.flatMap((id, at) => {
    const selected = at === leave.cursor;
    const tone = id === 'stop' && !running ? 'muted' : 'normal';
    const sign = selected ? (theme.ascii ? '>' : '▶') : ' ';
    return [
      {
        left: [
          { text: `${sign} ${at + 1} `, tone: 'active', strong: true },
          { text: interrupt[id], tone, strong: true, inverse: selected },
        ],
      },
      { left: [{ text: `      ${details[id]}`, tone: 'muted' }] },
    ];
  });
  const back: DialogLine[] =
    resumeCommand === '' ? [] : [{ left: [] }, { left: [{ text: resumeCommand, tone: 'muted' }] }];
  return (
    <Dialog
      title={running ? interrupt.title : interrupt.titleIdle}
      lines={[...lines, ...back]}
      layout={s.layout}
    />
  );
}
