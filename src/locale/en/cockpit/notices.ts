/** What the cockpit says by itself. */
import type * as french from '../../fr/cockpit/notices.ts';

export const notices: typeof french.notices = {
  pasteIgnored: 'Pasted text: ignored.',
  notNow: 'Nothing of the kind to do now.',
  nothingBeside: 'No check and no command beside the plan to show.',
  nothingToCheck: 'No command checks this box.',
  reviewFirst: 'After a NO-GO, criteria are ticked in a review (v).',
  judged: 'Nothing is left open: move to a box (j, k) to change it.',
  overrules: box => `The check of "${box}" failed: say why it is good all the same.`,
  noMove: 'This action is done by hand; v to review once it is done.',
  lending: step => `Bascule: ${step}. The cockpit comes back when the command ends.`,
  lent: 'The terminal is already lent to a command.',
  editorFailed: why => `The editor could not be opened: ${why}. Nothing was done.`,
  nothingToStop: 'No command to stop.',
  tooSmall: 'Window too small',
  tooSmallDetail: (columns, rows) =>
    `${columns} × ${rows}; at least 80 × 24 is needed. Enlarge it: nothing is lost, the command goes on.`,
  observer: 'OBSERVER',
  observerDetail: holder => `You are watching. ${holder} has the helm.`,
  observerNobody: 'You are watching. Nobody has the helm.',
  ended: 'The run has ended. q to quit.',
  helmTaken: holder => `${holder} took the helm. You can no longer act from here.`,
  engineLost: 'Bascule can no longer write the journal: nothing more will be started from here.',
  copied: 'copied',
  copiedTo: file => `copied, and written to ${file}`,
  loading: 'reading the journal…',
  rehearsal: 'REHEARSAL',
  protected: 'PROTECTED ENVIRONMENT',
  moreAbove: count => `${count} above`,
  moreBelow: count => `${count} below`,
  looking: (shown: string, current: string) =>
    `You are looking at ${shown}. Esc to come back to ${current || 'the run'}.`,
  nothingToDo: 'nothing to do from here for now',
  nothingNext: 'nothing else is next',
  emptyJournal: 'nothing has been written yet',
  anyKey: 'Enter to go on',
};
