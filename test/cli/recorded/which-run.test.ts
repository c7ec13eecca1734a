import { describe, expect, it } from 'vitest';
import { openRecorded } from '../../../src/cli/recorded/open-recorded.ts';
import { runToCompare, runToSee } from '../../../src/cli/recorded/which-run.ts';
import { cliWords } from '../../../src/locale/cli.ts';
import { temporaryFolder } from '../../store/temporary.ts';
import { leaveRun } from './left-runs.ts';

const folder = temporaryFolder();
const words = cliWords('fr');
const november = (day: number) => `2026-11-${day}T05:00:00.000Z`;

describe('the run to see', () => {
  const seen = (home: string, part?: string) => runToSee(home, part, words).id;

  it('is the unfinished one when none is named, else the newest', () => {
    const home = folder();
    leaveRun(home, { at: november(10) });
    const newest = leaveRun(home, { at: november(20) });
    expect(seen(home)).toBe(newest);
    const unfinished = leaveRun(home, { at: november(15), ends: false });
    expect(seen(home)).toBe(unfinished);
  });

  it('is for the operator to say where several are unfinished, and none in an empty home', () => {
    const home = folder();
    expect(() => seen(home)).toThrow(words.report.none);
    leaveRun(home, { at: november(10), ends: false });
    leaveRun(home, { at: november(11), ends: false });
    expect(() => seen(home)).toThrow(words.resume.several);
  });

  it('is the one that a part of its name leads to, whatever is in its journal', () => {
    const home = folder();
    const first = leaveRun(home, { at: november(10) });
    leaveRun(home, { at: november(20) });
    expect(seen(home, '11-10')).toBe(first);
    expect(() => seen(home, '2026-11')).toThrow(words.resume.several);
    expect(() => seen(home, 'mars')).toThrow(words.resume.unknown('mars'));
  });
});

describe('the run to compare with', () => {
  const compared = (home: string, run: string, name: string) =>
    runToCompare(home, openRecorded(home, run, words), name, words);

  it('is the last that ended in the environment of this name', () => {
    const home = folder();
    leaveRun(home, { at: november(10) });
    const last = leaveRun(home, { at: november(12) });
    leaveRun(home, { at: november(13), ends: false });
    leaveRun(home, { at: november(14), title: 'Autre plan' });
    const run = leaveRun(home, { environment: 'production' });
    expect(compared(home, run, 'staging')).toBe(last);
  });

  it('is never the run itself, though it ran there', () => {
    const home = folder();
    const first = leaveRun(home, { at: november(10) });
    const second = leaveRun(home, { at: november(12) });
    expect(compared(home, second, 'staging')).toBe(first);
    expect(() => compared(home, second, second)).toThrow(/comparée avec elle-même/);
  });

  it('is the one of this name, or of this part of a name', () => {
    const home = folder();
    const first = leaveRun(home, { at: november(10), ends: false });
    const run = leaveRun(home, { at: november(20) });
    expect(compared(home, run, first)).toBe(first);
    expect(compared(home, run, '11-10')).toBe(first);
    expect(() => compared(home, run, 'boutique')).toThrow(words.resume.several);
    expect(() => compared(home, run, 'mars')).toThrow(/Aucune autre exécution/);
  });
});
