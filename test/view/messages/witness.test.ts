/** The journal's hash in the messages that follow a decision, or the end. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { FactType } from '../../../machines/entries.ts';
import { draftOf } from '../../../src/view/messages/draft.ts';
import type { Journey } from '../journey.ts';
import { around, rowAt, sceneAt, toldJourney, toldPlan } from './told-plan.ts';

const hashOf = (seq: number): string => createHash('sha256').update(`${seq}`).digest('hex');

function sealedJourney(plan = toldPlan()): Journey {
  const journey = toldJourney(plan);
  journey.more = { around, hashOf };
  return journey;
}

const lastLine = (journey: Journey, occasion: string): string =>
  draftOf(sceneAt(journey), occasion).body.split('\n').at(-1)!;

/** The line about the last entry of a type. */
function lineOf({ entries }: Journey, type: FactType): string {
  const { seq } = entries.findLast(entry => entry.type === type)!;
  return `Journal : ${hashOf(seq).slice(0, 12)} (fait ${seq})`;
}

describe('a message that follows a checkpoint', () => {
  const decided = (): Journey => sealedJourney().until('2.3').choose('go', { reason: 'vu' });

  test('ends with the hash of the decision, whatever is journaled afterwards', () => {
    const journey = decided();
    const line = lineOf(journey, 'checkpoint.passed');
    expect(lastLine(journey, 'during@2.3')).toBe(line);
    expect(
      rowAt(journey, 'during@2.3').choices.find(({ id }) => id === 'send')!.draft!.body,
    ).toMatch(new RegExp(`\\n${line.replaceAll(/[()]/g, '\\$&')}$`));
    journey.say({ type: 'note.added', text: 'encore' });
    expect(lastLine(journey, 'during@2.3')).toBe(line);
  });

  test('tells of the last decision once there is another', () => {
    const journey = sealedJourney().until('2.3').choose('noGo', { reason: 'écart' });
    const refused = lineOf(journey, 'checkpoint.refused');
    expect(lastLine(journey, 'during@2.3')).toBe(refused);
    journey.choose('review').choose('go', { reason: 'vu' });
    expect(lastLine(journey, 'during@2.3')).toBe(lineOf(journey, 'checkpoint.passed'));
  });

  test('goes without it where the operator took it away', () => {
    const journey = decided().say({
      type: 'message.edited',
      message: 'during@2.3',
      subject: 'GO',
      body: 'GO à 2.3.',
    });
    expect(draftOf(sceneAt(journey), 'during@2.3').body).toBe('GO à 2.3.');
  });

  test('is in the language of the plan', () => {
    const journey = sealedJourney(toldPlan({ language: 'en' })).until('2.3');
    journey.choose('go', { reason: 'seen' });
    expect(lastLine(journey, 'during@2.3')).toMatch(/^Journal: [0-9a-f]{12} \(entry \d+\)$/);
  });
});

describe('a message of the end', () => {
  test('has none before the end, then that of the closing milestone for good', () => {
    const journey = sealedJourney().until('2.4');
    expect(lastLine(journey, 'after')).toBe('Merci de votre patience.');
    journey.at('07:10').until('J+1.1');
    const line = lineOf(journey, 'milestone.reached');
    expect(lastLine(journey, 'after')).toBe(line);
    journey.at('07:20').say({ type: 'note.added', text: 'encore' });
    expect(lastLine(journey, 'after')).toBe(line);
  });

  test('of a rollback has that of the decision, then of the validation', () => {
    const journey = sealedJourney()
      .at('05:30')
      .until('2.2')
      .choose('rollback', { reason: 'perte' });
    expect(lastLine(journey, 'after')).toBe(lineOf(journey, 'rollback.decided'));
    journey.pass().pass().pass().at('06:20').choose('validate', { reason: 'vu' });
    expect(lastLine(journey, 'after')).toBe(lineOf(journey, 'rollback.validated'));
  });

  test('of a run given up has that of its end', () => {
    const journey = sealedJourney().at('05:30').choose('abort', { reason: 'panne' });
    expect(lastLine(journey, 'after')).toBe(lineOf(journey, 'run.aborted'));
  });
});

test('no other message has one, and none where nobody computed it', () => {
  const journey = sealedJourney();
  expect(draftOf(sceneAt(journey), 'before').body).not.toContain('Journal');
  const bare = toldJourney().until('2.3').choose('go', { reason: 'vu' });
  expect(draftOf(sceneAt(bare), 'during@2.3').body).not.toContain('Journal');
});
