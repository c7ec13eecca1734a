/** What the operator does. */

import type * as french from '../../fr/cockpit/acts.ts';
import { choices as around } from '../around/choices.ts';

export const acts: typeof french.acts = {
  start: 'start the command',
  confirm: 'say the step is done',
  reach: 'mark the milestone',
  go: 'GO',
  noGo: 'NO-GO',
  review: 'review the checkpoint again',
  retry: 'run it again',
  accept: 'accept it as it is',
  skip: 'skip this step',
  redo: 'redo from a finished step',
  rollback: 'rollback',
  validate: 'validate the rollback',
  abandon: 'stop waiting for the command',
  stop: 'stop the command',
  abort: 'abort the run',
  hold: 'hold',
  resume: 'resume',
  pace: 'change the pace',
  tickPass: 'tick the box',
  tickFail: 'mark the box as failed',
  amend: 'amend the command',
  adhoc: 'run a command beside the plan',
  stopAside: 'stop the command beside the plan',
  check: 'run the check again',
  notNeeded: 'say the step is not needed',
  bind: 'give a value',
  note: 'pin a note',
  ...around.acts,
};
