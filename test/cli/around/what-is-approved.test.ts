/** What a second person reads before the GO: the run as it stands, not the plan as it was. */
import { describe, expect, it } from 'vitest';
import { whatIsApproved } from '../../../src/cli/around/what-is-approved.ts';
import { cliWords } from '../../../src/locale/cli.ts';
import type { Language, Step } from '../../../src/plan/types.ts';
import { type Driver, drive } from '../../machines/driver.ts';
import { checkpoint, command, commands, plan, stage } from '../../machines/plans.ts';
import { approval } from '../../machines/surrounded.ts';

const asks = { attributes: { approve: 'Direction' } };

/** @param subject the step `1.2` */
const at = (subject: Step): Driver => drive(plan([stage('A', [[subject]])]));
const reads = (run: Driver, subject: Step, language: Language = 'fr'): string =>
  whatIsApproved(run.plan, run.state.context, subject, cliWords(language)).join('\n');

describe('what is approved', () => {
  it.each<[Language, string]>([
    ['fr', '1.2 Step 1.2'],
    ['en', '1.2 Step 1.2'],
  ])('is named, with the role (%s)', (language, name) => {
    const subject = { ...checkpoint('1.2'), ...asks };
    const text = reads(at(subject), subject, language);
    expect(text).toContain(name);
    expect(text).toContain('Direction');
  });

  it('is what would run', () => {
    const subject = { ...commands('1.2'), ...asks };
    expect(reads(at(subject), subject)).toContain('    echo 0');
  });

  it("is this run's text of a command, where it was rewritten", () => {
    const subject = { ...commands('1.2'), ...asks };
    const run = at(subject);
    const script = 'rm -rf\nall';
    run.tell({ type: 'step.amended', step: '1.2', command: 0, script, diff: '-', reason: 'x' });
    const text = reads(run, subject);
    expect(text).toContain('    rm -rf\n    all');
    expect(text).not.toContain('echo 0');
  });

  it('hides nothing from a terminal', () => {
    const script = 'rm -rf all\r\u001b[2Kecho fine';
    const subject = { ...commands('1.2'), ...asks, commands: [command(0, { script })] };
    expect(reads(at(subject), subject)).toContain('rm -rf all<U+000D><U+001B>[2Kecho fine');
  });

  it('tells what was said already', () => {
    const subject = { ...checkpoint('1.2'), ...asks };
    const run = at(subject);
    run.tell(approval({ verdict: 'no-go' }));
    expect(reads(run, subject)).toMatch(/alice.*NO-GO|NO-GO.*alice/);
  });
});
