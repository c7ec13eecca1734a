/** For an observer: who has the helm, and how fresh that is. */

import { whenText } from './messages/when.ts';
import type { Scene } from './scene/scene.ts';
import { lasting, rounded } from './schedule/time.ts';
import type { ScreenView, Tone, Watching } from './types.ts';

/** Milliseconds after which nobody knows any more whether it is still so. */
const stale = 5_000;
/** Milliseconds of silence worth saying. */
const quiet = 30_000;

/** `ops@bastion (pts/3) à la barre · vu à l'instant`: the most important first, to be cut at its end. Null for the driver. */
export function watchView(scene: Scene): ScreenView['watch'] {
  const { watching } = scene.input;
  if (!watching) return null;
  const said = scene.words.seen.watching;
  const parts = [
    watching.trouble === null ? '' : said.trouble(scene.text(watching.trouble)),
    helmText(scene, watching),
    seenText(scene, watching),
    quietText(scene, watching),
    ...details(scene, watching),
  ];
  const text = parts.filter(part => part !== '').join(scene.words.units.separator);
  return { text, tone: toneOf(scene, watching) };
}

/** `ops@bastion (pts/3)`. */
function holderOf(scene: Scene, { who, terminal }: Watching): string {
  const place = terminal.replace(/^\/dev\//, '');
  return scene.text(place === '' ? who : `${who} (${place})`);
}

function helmText(scene: Scene, watching: Watching): string {
  const { lost, lostAgo, unknown, free, none, ...said } = scene.words.seen.watching;
  const { helm, since } = watching;
  switch (helm) {
    case 'held':
    case 'silent':
      return said[helm](holderOf(scene, watching));
    case 'elsewhere':
      return watching.who === '' ? unknown : said.elsewhere(scene.text(watching.who));
    case 'lost': {
      const who = scene.text(watching.who);
      return since === null ? lost(who) : lostAgo(who, ageOf(scene, since));
    }
    case 'free':
      return free;
    case 'none':
      return none;
  }
}

/** Of whoever drives it always says when they were seen; of the rest only when that is no longer fresh. */
function seenText(scene: Scene, watching: Watching): string {
  const { seen, seenNow } = scene.words.seen.watching;
  const age = scene.now - watching.lookedAt;
  const alive = watching.helm === 'held' || watching.helm === 'silent';
  if (age >= (alive ? 2_000 : stale)) return seen(ageOf(scene, watching.lookedAt));
  return alive ? seenNow : '';
}

/** A run that is over has no news. */
function quietText(scene: Scene, { heardAt }: Watching): string {
  const over = scene.context.endedAt !== null;
  if (over || heardAt === null || scene.now - heardAt < quiet) return '';
  return scene.words.seen.watching.quiet(ageOf(scene, heardAt));
}

function details(scene: Scene, { helm, since, who }: Watching): string[] {
  const said = scene.words.seen.watching;
  const from = since === null ? [] : [said.since(whenText(scene, since))];
  if (helm === 'held' || helm === 'silent') return from;
  if (helm === 'free') return [...from, said.freedBy(scene.text(who))];
  return helm === 'lost' && runsStill(scene) ? [said.goesOn] : [];
}

function runsStill({ context: { liveJob, aside } }: Scene): boolean {
  return liveJob !== null || aside !== null;
}

/** `2 s`, `3 min`: seconds are for what is fresh. */
function ageOf({ now, words }: Scene, at: number): string {
  const age = Math.max(0, now - at);
  return age < 60_000 ? lasting(age, words) : rounded(age, words);
}

function toneOf(scene: Scene, { trouble, helm, lookedAt }: Watching): Tone {
  if (trouble !== null) return 'bad';
  if (scene.now - lookedAt >= stale) return 'warning';
  if (scene.context.endedAt !== null) return 'muted';
  if (helm === 'lost') return 'bad';
  return helm === 'held' ? 'normal' : 'warning';
}
