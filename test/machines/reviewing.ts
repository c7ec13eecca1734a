/** A checkpoint whose criteria a command can look at, under review: what the tests of checks start from. */
import { dueCheck } from '../../machines/checks.ts';
import type { Fact } from '../../machines/entries.ts';
import { type Driver, drive } from './driver.ts';
import { checkedBy, checkpoint, commands, item, manual, plan, rollback, stage } from './plans.ts';

export const because = { reason: 'because' };

export const tick = (box: string, verdict: 'pass' | 'fail', note?: string): Fact => {
  return { type: 'item.ticked', item: box, verdict, ...(note && { note }) };
};

export const passed: Fact = { type: 'checkpoint.passed', step: '1.2' };

/** The box that a command should look at now; null for none. */
export const due = (run: Driver) => dueCheck(run.plan, run.state)?.item ?? null;

const steps = [commands('1.1'), checkpoint('1.2', { items: [item('1.2/1')] }), manual('1.3')];
const back = rollback([commands('R.1')], 2);

export const subject = checkedBy(
  plan([stage('A', [steps])], { rollback: back }),
  '1.2.a',
  '1.2/1',
  'V.2',
);

/** The checkpoint is under review; its criteria are 1.2.a and 1.2/1 (with a check) and 1.2.b. */
export function reviewing(): Driver {
  const run = drive(subject);
  run.execute('1.1');
  return run;
}
