/** Runs that earlier versions recorded play to what their entries have always told. */
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../machines/entries.ts';
import { readJournal } from '../../src/journal/chain.ts';
import { createFold } from '../../src/journal/fold.ts';
import type { Plan } from '../../src/plan/types.ts';
import { createPlayer, type Player } from '../../src/sources/player.ts';
import { nothingAround } from '../../src/view/around.ts';
import { noHistory } from '../../src/view/history.ts';
import { screenView } from '../../src/view/screen.ts';
import type { ScreenView, ViewInput } from '../../src/view/types.ts';
import { histories, planOf, textOf } from '../journal/golden.ts';
import { viewing } from './viewing.ts';

type Stood = Pick<ViewInput, 'plan' | 'state' | 'entries' | 'now'>;

const screenOf = (stood: Stood): ScreenView =>
  screenView({
    ...stood,
    away: [],
    language: 'fr',
    ascii: false,
    operator: 'ops@bastion',
    schedule: 'absolute',
    observer: true,
    history: noHistory,
    around: nothingAround,
  });

/** Another one for each fold: nothing that a view remembers of one helps with the other. */
const plans = new Map(histories.map(name => [name, planOf(name)] as const));

/** Every field of the screen, as folded from the entries up to an instant; they are new to every view. */
function folded(name: string, entries: readonly Entry[], now: number): ScreenView {
  const plan = plans.get(name)!;
  const fold = createFold(plan);
  const some = structuredClone(entries.filter(({ at }) => Date.parse(at) <= now));
  return screenOf({ plan, state: fold.toState(fold.all(some)), entries: some, now });
}

function playerOf(name: string) {
  const { entries, hashes } = readJournal(textOf(`${name}.jsonl`));
  const plan = planOf(name);
  const clock = viewing();
  const player = createPlayer({
    fold: createFold(plan),
    entries,
    hashOf: seq => hashes[seq] ?? null,
    // Their outputs were not kept.
    outputs: {
      size: async () => 0,
      read: async () => Buffer.alloc(0),
      seen: async () => null,
      remark: () => null,
    },
    speed: 60,
    clock,
  });
  return { player, clock, entries, shown: () => shownBy(player, plan) };
}

function shownBy(player: Player, plan: Plan): ScreenView {
  return screenOf({ plan, state: player.state(), entries: player.entries(), now: player.at() });
}

const isDecision = ({ type }: Entry) => /^(checkpoint|gate)\.(passed|refused)/.test(type);

describe.each(histories)('the history %s', name => {
  it('plays to the screen that its entries tell', () => {
    const { player, clock, entries, shown } = playerOf(name);
    player.toggle();
    for (let seconds = 0; player.playing() && seconds < 3600; seconds += 1) clock.watch(1000);
    expect(player.playing()).toBe(false);
    expect(player.entries()).toEqual(entries);
    expect(shown()).toEqual(folded(name, entries, Date.parse(entries.at(-1)!.at)));
  });

  it('shows at each checkpoint what its entries told then, while it plays', () => {
    const { player, clock, entries, shown } = playerOf(name);
    const due = entries.filter(isDecision);
    const screens: [number, ScreenView][] = [];
    player.subscribe(() => {
      while (due[0] && Date.parse(due[0].at) <= player.at()) {
        due.shift();
        screens.push([player.at(), shown()]);
      }
    });
    player.toggle();
    while (player.playing()) clock.watch(1000);
    expect(screens).toHaveLength(entries.filter(isDecision).length);
    for (const [at, screen] of screens) expect(screen).toEqual(folded(name, entries, at));
  });

  it('shows after each of its entries what they told then, in whatever order one goes there', () => {
    const { player, entries, shown } = playerOf(name);
    const instants = [...new Set(entries.map(({ at }) => Date.parse(at)))];
    // Far forth and far back, over and over.
    const order = instants.map((_, at) => instants[(at * 7919) % instants.length]!);
    for (const at of order) {
      player.seek(at);
      expect(shown()).toEqual(folded(name, entries, at));
    }
  });
});

it('some history has checkpoints to stop at', () => {
  const all = histories.flatMap(name =>
    readJournal(textOf(`${name}.jsonl`)).entries.filter(isDecision),
  );
  expect(all.length).toBeGreaterThan(0);
});
