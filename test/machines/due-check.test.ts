/** The check that should run by itself now. */
import { describe, expect, it } from 'vitest';
import { checksOf } from '../../machines/checks.ts';
import type { Fact } from '../../machines/entries.ts';
import { checkOf, drive, released } from './driver.ts';
import { command } from './plans.ts';
import { because, due, passed, reviewing, subject, tick } from './reviewing.ts';

const bound = (name: string): Fact => {
  return { type: 'variable.bound', name, value: 'x', source: 'asked' };
};
describe('the check that is due', () => {
  it('is each criterion of the point under review in turn, once', () => {
    const run = reviewing();
    const seen: (string | null)[] = [];
    for (let box = due(run); box !== null; box = due(run)) {
      seen.push(box);
      run.looked(box, false);
    }
    expect(seen).toEqual(['1.2.a', '1.2/1']);
  });

  it('is each box of the validation of the rollback that has one', () => {
    const run = reviewing();
    run.tell({ type: 'rollback.decided', ...because });
    expect(due(run)).toBeNull();
    run.execute('R.1');
    expect([run.state.status, due(run)]).toEqual(['validating', 'V.2']);
    run.looked('V.2');
    expect(due(run)).toBeNull();
  });

  it.each<[string, Fact[]]>([
    ['nobody holds the helm', [released]],
    ['the run is held', [{ type: 'run.held', reason: 'wait' }]],
    ['something else runs beside the plan', [checkOf(subject, 'V.2')]],
    ['the point was refused', [{ type: 'checkpoint.refused', step: '1.2', ...because }]],
    ['the point is passed', [{ ...passed, waiver: 'known' } as Fact]],
    ['the run is over', [{ type: 'run.aborted', ...because }]],
    ['a person looked already', [tick('1.2.a', 'pass'), tick('1.2/1', 'fail')]],
  ])('is none while %s', (_, facts) => {
    const run = reviewing();
    run.tell(...facts);
    expect(due(run)).toBeNull();
  });

  it('is none before the review', () => {
    expect(due(drive(subject))).toBeNull();
  });

  it.each<[string, Fact[], string | null]>([
    [
      'cleared: only somebody asks for another look',
      [{ type: 'item.cleared', item: '1.2.a' }],
      null,
    ],
    [
      'of a point that is looked at again: due again',
      [
        { type: 'checkpoint.refused', step: '1.2', ...because },
        { type: 'checkpoint.reviewed', step: '1.2' },
      ],
      '1.2.a',
    ],
  ])('once looked at, is a box that was %s', (_, facts, box) => {
    const run = reviewing();
    run.looked('1.2.a');
    run.looked('1.2/1');
    run.tell(...facts);
    expect(due(run)).toBe(box);
  });

  it('is the same one again when it never ran, but once', () => {
    const run = reviewing();
    const revoked = (): Fact => {
      return { type: 'job.revoked', job: run.look('1.2.a'), step: '1.2', ...because };
    };
    run.tell(revoked());
    expect(due(run)).toBe('1.2.a');
    run.tell(revoked());
    expect(due(run)).toBe('1.2/1');
  });

  it('waits for its variables, and lets the others pass', () => {
    const waiting = structuredClone(subject);
    waiting.checkpoints[0]!.criteria[0]!.check!.variables = ['table'];
    const run = drive(waiting);
    run.execute('1.1');
    expect(due(run)).toBe('1.2/1');
    run.tell(bound('table'));
    expect(due(run)).toBe('1.2.a');
  });

  it.each([{ runnable: false }, { attributes: { sample: true } }])(
    'is never one that nothing can run: %o',
    more => {
      const shown = structuredClone(subject);
      shown.checkpoints[0]!.criteria[0]!.check = command(0, more);
      expect([...checksOf(shown).keys()]).toEqual(['1.2/1', 'V.2']);
      const run = drive(shown);
      expect(run.try({ ...checkOf(subject, '1.2.a') })).toBeNull();
    },
  );
});
