import { describe, expect, it, test } from 'vitest';
import { reportOf } from '../../src/report/report.ts';
import { screenView } from '../../src/view/screen.ts';
import { histories } from '../journal/golden.ts';
import { smallPlan } from '../view/fixtures.ts';
import { Journey, winterMorning } from '../view/journey.ts';
import { history, inputOf, reportedOf } from './reported.ts';

describe.each(histories)('the report of the history %s', name => {
  const { plan, reading } = history(name);

  it('says what the journal holds, and survives as JSON', () => {
    const report = reportOf(inputOf(plan, reading.entries, {}, { journal: reading }));
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
    expect(report.timeline.map(({ seq }) => seq)).toEqual(reading.entries.map(({ seq }) => seq));
    expect(report.run).toMatchObject({ entries: reading.entries.length, hash: reading.lastHash });
    const { figures, failures, amendments, decisions } = report;
    expect(failures.filter(({ kind }) => kind === 'failed')).toHaveLength(figures.commandsFailed);
    expect(amendments).toHaveLength(figures.amendments);
    const gos = decisions.filter(({ type }) => /^(checkpoint|gate)\.passed$/.test(type));
    expect(gos).toHaveLength(figures.go);
  });

  it('can be made of any part of it, in both languages, and leaves nothing undefined', () => {
    for (let end = 0; end <= reading.entries.length; end += 7) {
      const entries = reading.entries.slice(0, end);
      const [french, english] = (['fr', 'en'] as const).map(language =>
        JSON.stringify(reportOf(inputOf(plan, entries, { language }))),
      );
      expect(`${french}${english}`).not.toMatch(/undefined|NaN|\[object/);
      expect(french).not.toBe(english);
    }
  });

  it('ends as the screen of the cockpit does', () => {
    const input = inputOf(plan, reading.entries);
    const { ending } = screenView(input.view);
    const { outcome } = reportOf(input);
    expect(outcome.lines).toEqual(expect.arrayContaining(ending?.lines.slice(1) ?? []));
  });
});

test('a run of which nothing is known has a report', () => {
  const report = reportOf(inputOf(smallPlan(), []));
  expect(report).toMatchObject({
    run: { id: '', entries: 0, hash: '', operators: [], endedAt: null },
    outcome: { status: 'draft', headline: 'Déploiement pas encore commencé', lines: [] },
    figures: { length: 0, worked: 0, commands: 0, outage: null, rollback: null },
    time: { total: { commands: 0, away: 0 }, phases: [], longest: [] },
    timeline: [],
    outputs: [],
  });
});

test('a run under way is reported as of now: what runs, what is open, how long so far', () => {
  const journey = new Journey(smallPlan(), winterMorning).until('2.2').at('05:40').start('2.2');
  const { run, outcome, figures, outputs } = reportedOf(journey.at('05:52'));
  expect(run.endedAt).toBeNull();
  expect(outcome).toMatchObject({
    status: 'underway',
    headline: 'Déploiement en cours',
    tone: 'active',
  });
  expect(outcome.lines[0]).toMatch(
    /^Situation : EN COURS, phase 2\/2 Migration des données, 2\.2 /,
  );
  expect(outcome.lines).toContain('Coupure en cours depuis 0 h 52.');
  expect(figures).toMatchObject({ length: 52 * 60_000, worked: 52 * 60_000, outage: 52 * 60_000 });
  expect(outputs.at(-1)).toMatchObject({ step: '2.2', ok: null });
});

test('a damaged journal is reported up to its damage, which is said first', () => {
  const journey = new Journey(smallPlan(), winterMorning).until('1.1');
  const damage = { line: 12, why: 'its hash does not match its text' };
  const { run, outcome } = reportedOf(journey, { journal: { hashes: ['a'], damage } });
  expect(run.damage).toEqual(damage);
  expect(outcome.lines[0]).toBe(
    "Le journal est endommagé à sa ligne 12 (its hash does not match its text) : ce compte rendu s'arrête avant elle.",
  );
});

test('what came after the end of a run is told, and does not make it longer', () => {
  const journey = new Journey(smallPlan(), winterMorning).until('2.2').at('05:40');
  journey.choose('abort', { reason: 'panne' }).at('09:00');
  const before = reportedOf(journey);
  journey.say({ type: 'note.added', text: 'bilan', topic: 'lesson' }).at('10:00');
  const after = reportedOf(journey);
  expect(after.figures.length).toBe(before.figures.length);
  expect(after.figures.length).toBe(40 * 60_000);
  expect(after.notes).toHaveLength(1);
  expect(after.timeline).toHaveLength(before.timeline.length + 1);
});

test('the course that was gathered while folding changes nothing but the time it takes', () => {
  const { plan, reading } = history('troubled');
  const { course, ...input } = inputOf(plan, reading.entries);
  expect(reportOf(input)).toEqual(reportOf({ ...input, ...(course && { course }) }));
});
