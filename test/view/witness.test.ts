/** The journal's hash where outsiders see it: at checkpoints and gates, in the journal's sentences. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { FactType } from '../../machines/entries.ts';
import { logLines } from '../../src/view/log.ts';
import { stepView } from '../../src/view/step.ts';
import type { ViewInput } from '../../src/view/types.ts';
import { smallPlan } from './fixtures.ts';
import { Journey, winterMorning } from './journey.ts';

/** A hash for each entry, as a journal has. */
const hashOf = (seq: number): string => createHash('sha256').update(`${seq}`).digest('hex');

const short = (seq: number): string => hashOf(seq).slice(0, 12);

function sealedJourney(more: Partial<ViewInput> = {}): Journey {
  const journey = new Journey(smallPlan(), winterMorning);
  journey.more = { hashOf, ...more };
  return journey;
}

const seqOf = ({ entries }: Journey, type: FactType): number =>
  entries.findLast(entry => entry.type === type)!.seq;

const remarks = (journey: Journey, step: string): string[] =>
  stepView(journey.input, step)!
    .remarks.map(({ text }) => text)
    .filter(text => text.includes('Journal'));

const lastLine = ({ input }: Journey): string => {
  const { length } = input.entries;
  return logLines(input, { from: length - 1, to: length })[0]!.text;
};

describe('the step', () => {
  test('a checkpoint shows the hash before it is decided, which stays during the look, then at the decision', () => {
    const journey = sealedJourney().until('2.3');
    const before = `Journal avant cette décision : ${short(seqOf(journey, 'job.exited'))}`;
    expect(remarks(journey, '2.3')).toEqual([expect.stringContaining(before)]);
    journey.say({ type: 'item.ticked', item: 'C1.1', verdict: 'pass' });
    journey.say({ type: 'note.added', text: 'vu', step: '2.3' });
    expect(remarks(journey, '2.3')).toEqual([expect.stringContaining(before)]);
    journey.choose('go', { reason: 'vu' });
    const seq = seqOf(journey, 'checkpoint.passed');
    const after = `Journal à cette décision : ${short(seq)} (fait ${seq})`;
    expect(remarks(journey, '2.3')).toEqual([after]);
    journey.pass();
    expect(remarks(journey, '2.3')).toEqual([after]);
  });

  test('a NO-GO has its own, and so has another look', () => {
    const journey = sealedJourney().until('2.3').choose('noGo', { reason: 'écart' });
    const refused = seqOf(journey, 'checkpoint.refused');
    expect(remarks(journey, '2.3')).toEqual([
      `Journal à cette décision : ${short(refused)} (fait ${refused})`,
    ]);
    journey.choose('review');
    const reviewed = seqOf(journey, 'checkpoint.reviewed');
    expect(remarks(journey, '2.3')).toEqual([
      `Journal avant cette décision : ${short(reviewed)} (fait ${reviewed})`,
    ]);
  });

  test('a gate likewise, in English; a job beside the plan opens no look', () => {
    const journey = sealedJourney({ language: 'en' }).until('1.2');
    const seq = seqOf(journey, 'step.confirmed');
    const before = `Journal before this decision: ${short(seq)} (entry ${seq})`;
    expect(remarks(journey, '1.2')).toEqual([before]);
    journey.beside({ adhoc: 'uptime' }).besideExit();
    expect(remarks(journey, '1.2')).toEqual([before]);
    journey.choose('go');
    const passed = seqOf(journey, 'gate.passed');
    expect(remarks(journey, '1.2')).toEqual([
      `Journal at this decision: ${short(passed)} (entry ${passed})`,
    ]);
  });

  test('other steps have none, nor those whose turn has not come, nor where nobody computed it', () => {
    const journey = sealedJourney().until('2.2');
    expect([...remarks(journey, '2.1'), ...remarks(journey, '2.2')]).toEqual([]);
    expect(remarks(journey, '2.3')).toEqual([]);
    journey.until('2.3').more = {};
    expect(remarks(journey, '2.3')).toEqual([]);
  });
});

describe('the journal in words', () => {
  test('a decision ends with the hash of its entry', () => {
    const journey = sealedJourney().until('1.2').choose('go');
    const hash = short(seqOf(journey, 'gate.passed'));
    expect(lastLine(journey)).toBe(`GO à 1.2 GO/NO-GO final · journal ${hash}`);
    journey.until('2.3').choose('noGo', { reason: 'écart' });
    expect(lastLine(journey)).toMatch(/^NO-GO à 2\.3 .* \(écart\) · journal [0-9a-f]{12}$/);
  });

  test('other sentences do not, and none where nobody computed it', () => {
    const journey = sealedJourney().until('2.2');
    expect(lastLine(journey)).not.toContain('journal');
    const decided = sealedJourney().until('1.2').choose('go');
    const sealed = lastLine(decided);
    decided.more = {};
    expect(lastLine(decided)).toBe(sealed.replace(/ · journal .*/, ''));
  });
});
