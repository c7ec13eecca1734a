/** A run of two days laid out to be played again: the evening before, then the day with a failure and a rollback. */
import { instantsOf } from '../../../src/journal/instants.ts';
import { momentsOf } from '../../../src/view/moments.ts';
import { type Recording, recordingOf } from '../../../src/view/playback/recording.ts';
import { smallPlan } from '../fixtures.ts';
import { Journey, winterMorning } from '../journey.ts';

export function twoDays(language: 'fr' | 'en' = 'fr'): Journey {
  const journey = new Journey(smallPlan(), '2026-11-30T08:00:00.000Z', '2026-12-01');
  journey.more = { language };
  journey.until('J-1.2').at('16:00').pass();
  journey.now = Date.parse(winterMorning);
  journey.at('05:20').pass().at('05:26').pass().at('05:30').pass();
  journey
    .start('2.1')
    .at('05:35')
    .exit(0, { captured: { backup: 'b1' } });
  journey.start('2.1').at('05:40').exit();
  journey.start('2.2').at('05:45').exit(1);
  journey.at('05:50').choose('rollback', { reason: 'perte', option: '' });
  journey.at('06:00').pass().at('06:10').pass().pass();
  return journey.at('06:20').choose('validate', { reason: 'vu' });
}

export function recordedDays(language: 'fr' | 'en' = 'fr'): Recording {
  const { input } = twoDays(language);
  return recordingOf(input, instantsOf(input.entries), momentsOf(input));
}

/** An instant of the day itself, in Paris. */
export const onTheDay = (time: string): number => Date.parse(`2026-12-01T${time}+01:00`);
