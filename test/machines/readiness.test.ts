/** What the rollback needs, which of it is there, and which step may not start without it. */
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../machines/entries.ts';
import { missingFor, type Piece, piecesOf } from '../../machines/readiness.ts';
import type { Plan, Step } from '../../src/plan/types.ts';
import { type Driver, drive, exited } from './driver.ts';
import { command, commands, manual, milestone, plan, proof, rollback, stage } from './plans.ts';

const because = { reason: 'because' };
const bound = (name: string): Fact => {
  return { type: 'variable.bound', name, value: 'x', source: 'asked' };
};
const tick = (item: string, verdict: 'pass' | 'fail'): Fact => {
  return { type: 'item.ticked', item, verdict, note: 'seen' };
};

const one = (id: string, more: Partial<Step>): Step => ({ ...commands(id), ...more });
const using = (...variables: string[]) => ({ commands: [command(0, { variables })] });
const capturing = (capture: string) => ({ commands: [command(0, { attributes: { capture } })] });
const undoing = (...undoes: string[]) => ({ attributes: { undoes } });

const code = (pieces: readonly Piece[]) =>
  pieces.map(({ id, step, state }) => `${step} ${id} ${state}`);

/** The backup is made by 1.1 and restored by R.2, which undoes 1.3; R.1 needs a word that is never given. */
function planWith(undoes: boolean): Plan {
  const steps = [
    one('1.1', capturing('backup')),
    milestone('1.2', { window: 'opens' }),
    one('1.3', { name: 'migration' }),
    manual('1.4'),
    milestone('1.5', { window: 'closes' }),
    commands('1.6'),
    one('1.7', { commands: [command(0, { attributes: { destructive: true } })] }),
  ];
  const back = [
    one('R.1', { ...using('word'), ...(undoes && undoing('1.6')) }),
    one('R.2', { ...using('backup', 'word'), ...(undoes && undoing('migration', '1.1')) }),
  ];
  return plan([stage('A', [steps])], {
    rollback: rollback(back, 0, [proof('R.2/p1', 'R.2', ['backup'])]),
    variables: [{ name: 'backup', capturedBy: '1.1' }, { name: 'word' }],
  });
}

const missing = (run: Driver, id: string): string[] => {
  const steps = run.plan.stages.flatMap(({ phases }) => phases.flatMap(phase => phase.steps));
  const step = [...steps, ...run.plan.rollback!.steps].find(step => step.id === id)!;
  return code(missingFor(run.plan, run.state.context, step));
};
const pieces = (run: Driver) => code(piecesOf(run.plan, run.state.context));

function backedUp(subject: Plan): Driver {
  const run = drive(subject);
  run.tell({ ...exited('1.1', run.start('1.1')), captured: { backup: 'b1.sql' } });
  return run;
}

describe('the pieces of a rollback', () => {
  it('are its variables and its proofs, in its order, each once', () => {
    expect(pieces(drive(planWith(true)))).toEqual([
      'R.1 word missing',
      'R.2 backup later',
      'R.2 R.2/p1 later',
    ]);
  });

  it('are none in a plan without one', () => {
    expect(piecesOf(plan([]), drive(planWith(true)).state.context)).toEqual([]);
  });

  it('are there once bound, captured, proved', () => {
    const run = backedUp(planWith(true));
    expect(pieces(run).slice(1)).toEqual(['R.2 backup there', 'R.2 R.2/p1 unproved']);
    run.tell(bound('word'));
    run.looked('R.2/p1');
    expect(pieces(run)).toEqual(['R.1 word there', 'R.2 backup there', 'R.2 R.2/p1 there']);
  });

  const proofState = (run: Driver) => pieces(run).at(-1)?.split(' ').at(-1);
  it.each<[string, (run: Driver) => unknown, Piece['state']]>([
    ['failed', run => run.looked('R.2/p1', false), 'failed'],
    ['said bad by hand', run => run.tell(tick('R.2/p1', 'fail')), 'failed'],
    ['said good by hand', run => run.tell(tick('R.2/p1', 'pass')), 'there'],
    [
      'failed, then waived',
      run => {
        run.looked('R.2/p1', false);
        run.tell(tick('R.2/p1', 'pass'));
      },
      'there',
    ],
    ['under way', run => run.look('R.2/p1'), 'unproved'],
    [
      'under way once more',
      run => {
        run.looked('R.2/p1');
        run.look('R.2/p1');
      },
      'unproved',
    ],
    [
      'of a backup that is made again',
      run => {
        run.looked('R.2/p1');
        run.tell({ type: 'step.reopened', step: '1.1', ...because });
      },
      'later',
    ],
  ])('a proof that is %s', (_, event, state) => {
    const run = backedUp(planWith(true));
    event(run);
    expect(proofState(run)).toBe(state);
  });

  it.each<[string, Fact]>([
    ['skipped', { type: 'step.skipped', step: '1.1', ...because }],
    ['accepted', { type: 'step.accepted', step: '1.1', ...because }],
  ])('are missing, no longer to come, when the step that gives them was %s', (_, fact) => {
    const run = drive(planWith(false));
    if (fact.type === 'step.accepted') run.execute('1.1', false);
    run.tell(fact);
    expect(pieces(run).slice(1)).toEqual(['R.2 backup missing', 'R.2 R.2/p1 missing']);
    expect(missing(run, '1.3')).toContain('R.2 backup missing');
    run.tell(bound('backup'));
    run.looked('R.2/p1');
    expect(pieces(run).slice(1)).toEqual(['R.2 backup there', 'R.2 R.2/p1 there']);
  });

  it('leave out what it captures on its way, and what is only shown', () => {
    const shown = command(1, { variables: ['shown'], runnable: false });
    const sample = command(2, { variables: ['sample'], attributes: { sample: true } });
    const back = [
      one('R.1', capturing('state')),
      one('R.2', { commands: [...using('state').commands, shown, sample] }),
    ];
    const subject = plan([stage('A', [[commands('1.1')]])], {
      rollback: rollback(back),
      variables: [{ name: 'state', capturedBy: 'R.1' }],
    });
    expect(pieces(drive(subject))).toEqual([]);
  });
});

describe('what a step must wait for, where the plan says what undoes it,', () => {
  it('is what undoes it', () => {
    const run = drive(planWith(true));
    expect(missing(run, '1.3')).toEqual([
      'R.2 backup later',
      'R.2 word missing',
      'R.2 R.2/p1 later',
    ]);
    expect(missing(run, '1.6')).toEqual(['R.1 word missing']);
  });

  it('is nothing when nothing undoes it, whatever it does', () => {
    expect(missing(drive(planWith(true)), '1.7')).toEqual([]);
  });

  it('is not what it gives itself, nor what looks at that', () => {
    expect(missing(drive(planWith(true)), '1.1')).toEqual(['R.2 word missing']);
  });

  it('is nothing once all is there', () => {
    const run = backedUp(planWith(true));
    run.tell(bound('word'));
    expect(missing(run, '1.3')).toEqual(['R.2 R.2/p1 unproved']);
    run.looked('R.2/p1');
    expect(missing(run, '1.3')).toEqual([]);
  });

  it('is nothing for the steps of the rollback itself', () => {
    expect(missing(drive(planWith(true)), 'R.2')).toEqual([]);
  });

  it('is also what always is part of the rollback, before what is grave', () => {
    const subject = planWith(true);
    subject.rollback!.steps[0]!.attributes = {};
    const run = backedUp(subject);
    expect(missing(run, '1.7')).toEqual(['R.1 word missing']);
    expect(missing(run, '1.3')).toEqual(['R.1 word missing', 'R.2 R.2/p1 unproved']);
    expect(missing(run, '1.6')).toEqual([]);
  });
});

describe('what a step must wait for, where the plan does not say what undoes it,', () => {
  it.each([
    ['a command inside the maintenance window', '1.3', true],
    ['a destructive command outside of it', '1.7', true],
    ['any other command', '1.6', false],
    ['a step that runs nothing', '1.4', false],
  ])('is all that can be known by then: %s', (_, step, needed) => {
    const run = drive(planWith(false));
    expect(missing(run, step)).toEqual(needed ? ['R.1 word missing'] : []);
  });

  it('is what is known to be wrong', () => {
    const run = backedUp(planWith(false));
    run.looked('R.2/p1', false);
    expect(missing(run, '1.3')).toEqual(['R.1 word missing', 'R.2 R.2/p1 failed']);
  });

  it('counts a window without an end to the end of the plan', () => {
    const subject = planWith(false);
    delete subject.stages[0]!.phases[0]!.steps[4]!.window;
    expect(missing(drive(subject), '1.6')).toEqual(['R.1 word missing']);
  });
});
