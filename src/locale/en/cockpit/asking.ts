/** Questions and their answers. */
import type * as french from '../../fr/cockpit/asking.ts';

export const question: typeof french.question = {
  typeWord: word => `Type ${word} then Enter to confirm.`,
  wordMissing: word => `Enter alone is not enough: type ${word} in full.`,
  wordWrong: (word, typed) => `"${typed}" is not ${word}. Nothing was done.`,
  enterConfirms: 'Enter to confirm.',
  escapeCancels: 'Esc to cancel',
  reasonRequired: 'Give a reason; it will be written in the journal.',
  reasonOptional: 'A reason, if you wish (Enter to go on).',
  reasonMissing: 'A reason is needed.',
  chooseOne: 'Choose, then Enter.',
  stale: 'Things changed. Nothing was done: read again, then retry.',
  staleKept: 'Things changed. Nothing was done; your text is kept.',
  textMissing: 'Type something, or Esc to cancel.',
  textOf: { adhoc: 'The command to run, then Enter.', bind: 'The value, then Enter.' },
  proveAgain: proof => `check again: ${proof}`,
  proveByHand: proof => `say good without a proof: ${proof}`,
  provedByHand: 'The rollback will count on it with nothing to prove it.',
  pastedLines: 'Pasted text of several lines: ignored. A single line here.',
  pasted: 'Pasted text: ignored. Type the confirmation.',
  done: 'Written in the journal.',
  reason: 'Reason',
  note: 'Note',
  word: 'Confirmation',
  disabled: why => `Not now: ${why}.`,
  notDone: why => `Nothing was done: ${why}.`,
};

export const editing: typeof french.editing = {
  scope: 'For this run only: the plan stays as it is.',
  where: 'Where to edit the command?',
  here: 'here, in a small editor',
  keep: 'Ctrl-D (or Ctrl-S) keeps the text',
  leave: 'Esc leaves and does nothing',
  outside: editor => `${editor} is open…`,
  changes: 'What changes:',
  unchanged: 'The command was not changed. Nothing was done.',
  unsaved: 'The editor was left without saving. Nothing was done.',
  left: 'Nothing was done. Your text is kept: the same key takes it up again.',
  empty: 'An empty command cannot be run. Nothing was done.',
  position: (row, rows) => `line ${row}/${rows}`,
};

export const interrupt: typeof french.interrupt = {
  title: 'Ctrl-C stops nothing by itself. What would you like?',
  titleIdle: 'No command is running. What would you like?',
  stop: 'stop the command',
  stopDetail: 'it gets TERM, then KILL if it resists; what it already did stays done',
  detach: 'detach',
  detachDetail: 'the command goes on; come back with bascule resume',
  stay: 'stay',
  stayDetail: 'nothing changes',
  help: 'ask what to stop',
  stopReason: 'stop asked at the keyboard',
};
