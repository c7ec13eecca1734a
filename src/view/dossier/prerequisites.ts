/** What must be true before the day: what proves each, or would. */
import type { Decision } from '../../../machines/context.ts';
import type { Item } from '../../plan/types.ts';
import { boxBadge, commandBadge } from '../badge.ts';
import { rowChoices } from '../choices/row.ts';
import { whenText } from '../messages/when.ts';
import { instant, type Scene } from '../scene/scene.ts';
import { boxViews } from '../step/boxes.ts';
import type { Badge, BoxView, DossierRow, DossierView, Tone } from '../types.ts';
import { offersOf } from './prerequisites/offers.ts';
import {
  candidateFor,
  endOf,
  evidenceText,
  howText,
  type Proved,
  wantedText,
} from './prerequisites/proof.ts';
import { headingRow, plainRow } from './rows.ts';

export function prerequisitesPage(scene: Scene): DossierView {
  const rows = scene.plan.prerequisites.flatMap(({ title, items }) => [
    headingRow(scene, title, title, `${provedOf(scene, items)}/${items.length}`),
    ...items.map(item => itemRow(scene, item)),
  ]);
  return { title: scene.words.around.prerequisites.title, note: noteOf(scene), rows };
}

function provedOf({ context }: Scene, items: readonly Item[]): number {
  return items.filter(({ id }) => context.marks[id]?.verdict === 'pass').length;
}

/** `9 sur 16 prouvés, 1 dérogation, 6 à prouver`. */
function noteOf(scene: Scene): DossierView['note'] {
  const words = scene.words.around.prerequisites;
  const items = scene.plan.prerequisites.flatMap(group => group.items);
  if (items.length === 0) return { text: words.none, tone: 'muted' };
  const waived = items.filter(item => isWaived(scene, item)).length;
  const proved = provedOf(scene, items);
  const owed = items.length - proved - waived;
  const text = [
    words.proved(proved, items.length),
    waived > 0 && words.waived(waived),
    owed > 0 && words.owed(owed),
  ];
  return { text: text.filter(Boolean).join(', '), tone: owed > 0 ? 'warning' : 'good' };
}

/** Somebody does without it, and nothing proves it. */
export function isWaived({ context }: Scene, { id }: Item): boolean {
  return Object.hasOwn(context.waived, id) && context.marks[id]?.verdict !== 'pass';
}

function itemRow(scene: Scene, item: Item): DossierRow {
  const box = boxViews(scene, [item])[0]!;
  const state = stateOf(scene, item, box);
  return plainRow(scene, item.id, item.title, {
    badge: badgeOf(scene, box, state),
    right: rightOf(scene, item, state),
    tone: tones[state],
    detail: detailOf(scene, item, box),
    choices: rowChoices(scene, offersOf(scene, item, box, state)),
  });
}

/** Who or what its present state comes from: a waiver hides the word that came before it. */
function rightOf(scene: Scene, { id }: Item, state: Proved): string {
  const { marks, waived } = scene.context;
  if (state === 'checking') return '';
  const from = state === 'waived' ? waived[id] : marks[id];
  return from ? howText(scene, from) : '';
}

function stateOf(scene: Scene, item: Item, { check, mark }: BoxView): Proved {
  if (check?.running) return 'checking';
  return isWaived(scene, item) ? 'waived' : mark;
}

const tones: Record<Proved, Tone> = {
  open: 'normal',
  pass: 'muted',
  fail: 'bad',
  waived: 'warning',
  checking: 'active',
};

/** A person's word against its command keeps the look that a box has. */
function badgeOf(scene: Scene, { badge, mark }: BoxView, state: Proved): Badge {
  const word = scene.words.around.prerequisites.badges[state];
  if (state === 'checking') return commandBadge(scene, 'running', word);
  if (state === 'waived') return commandBadge(scene, 'abandoned', word);
  return mark === 'pass' && badge.tone === 'warning' ? badge : { ...boxBadge(scene, mark), word };
}

function detailOf(scene: Scene, item: Item, { note }: BoxView): DossierRow['detail'] {
  const { marks, waived } = scene.context;
  const words = scene.words.around.prerequisites;
  const evidence = marks[item.id]?.evidence;
  const proof = evidence && evidenceText(scene, evidence);
  const waiver = Object.hasOwn(waived, item.id) ? waivedText(scene, waived[item.id]!) : '';
  const script = item.check?.script.trim().split('\n') ?? [];
  const lines: [string, Tone][] = [
    [note, 'normal'],
    [proof ?? '', 'good'],
    [waiver, 'warning'],
    ...(marks[item.id]?.verdict === 'pass' ? [] : wanted(scene, item)),
    ...script.map((text, at): [string, Tone] => [at === 0 ? words.command(text) : text, 'muted']),
  ];
  return lines
    .filter(([text]) => text !== '')
    .map(([text, tone]) => ({ text: scene.text(text), tone }));
}

function waivedText(scene: Scene, { reason, by, at }: Decision): string {
  const when = whenText(scene, instant(at) ?? 0);
  return scene.words.around.prerequisites.waivedBecause(reason, by, when);
}

/** What would prove it, and whether an earlier run does. */
function wanted(scene: Scene, item: Item): [string, Tone][] {
  const words = scene.words.around.prerequisites;
  const what = wantedText(scene, item);
  if (what === '') return item.check ? [] : [[words.byWord, 'muted']];
  const candidate = candidateFor(scene, item);
  const found = candidate
    ? words.candidate(candidate.run, candidate.environment, endOf(scene, candidate))
    : words.noCandidate;
  return [
    [words.wanted(what), 'muted'],
    [found, candidate ? 'good' : 'muted'],
  ];
}
