import { expect, test } from 'vitest';
import { announcement, titleFor } from '../../src/cockpit/announcing.ts';
import { wordsOf } from '../../src/locale/locale.ts';
import { badges, choice, step, view } from './sample.ts';
import { SamplePlayback } from './sample-playback.ts';

const words = wordsOf('fr');
const driver = { words, readOnly: false };
const observer = { words, readOnly: true };
const replay = { words, readOnly: true, playback: new SamplePlayback() };
const running = view();
const waiting = view({
  current: step({ id: '3.5', status: badges.ready }),
  choices: [choice('confirm', { primary: true })],
});
const long = 60_000;

test('whoever drives is called when they must act, unless they are there', () => {
  expect(announcement(driver, running, waiting, long)).toContain('\x07\x1b]9;');
  expect(announcement(driver, running, waiting, 1_000)).not.toContain('\x1b]9;');
  expect(announcement(driver, waiting, waiting, long)).toBe('');
});

test('an observer is told in the title, and never called', () => {
  expect(announcement(observer, running, waiting, long)).toBe(
    '\x1b]2;REHEARSAL - 3.5 Exécution des migrations de base - à faire\x07',
  );
});

test('a replay says so in its title, once', () => {
  expect(titleFor(replay, running)).toBe('RELECTURE - REHEARSAL - Ops & Bail Mobilité 1.0.0');
  expect(titleFor({ ...replay, words: wordsOf('en') }, running)).toMatch(/^REPLAY - /);
  expect(announcement(replay, running, waiting, long)).toBe('');
});
