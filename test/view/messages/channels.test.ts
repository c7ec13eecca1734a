import { expect, test } from 'vitest';
import { channelsFor, recipientsOf } from '../../../src/view/messages/channels.ts';
import type { Around } from '../../../src/view/types.ts';
import { channels } from './told-plan.ts';

const ways = (asked: string | undefined, some: Around['channels'] = channels) =>
  channelsFor(asked === undefined ? {} : { channels: asked }, { channels: some });

test.each([
  ['Email + notification in-app', ['courrier'], ['Slack'], ['notification in-app']],
  ['e-mail, bannière', ['courrier'], ['Slack'], ['bannière']],
  ['Slack/Teams + SMS si critique', ['Slack'], ['courrier'], ['Teams', 'SMS si critique']],
  ['ÉMAIL et slack', ['courrier', 'Slack'], [], []],
  ['le Courrier aux équipes', ['courrier'], ['Slack'], []],
  // A whole word, never a piece of one.
  ['slackline', [], ['courrier', 'Slack'], ['slackline']],
])('the plan says %s', (asked, matching, others, uncovered) => {
  expect(ways(asked)).toEqual({ matching, others, uncovered });
});

test('a plan that names no channel means all of them', () => {
  expect(ways(undefined)).toEqual({ matching: ['courrier', 'Slack'], others: [], uncovered: [] });
});

test('without channels everything is to be copied by hand', () => {
  expect(ways('Email and chat', {})).toEqual({
    matching: [],
    others: [],
    uncovered: ['Email', 'chat'],
  });
});

test('recipients, or the kind of channel where it names nobody', () => {
  expect(recipientsOf(channels.courrier!)).toBe('tous@example.org, support@example.org');
  expect(recipientsOf(channels.Slack!)).toBe('slack');
});
