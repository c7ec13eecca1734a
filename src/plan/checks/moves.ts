/** What each action on failure asks for, in the cockpit's own moves, by its words. */
import type { Action, Plan, Step } from '../types.ts';
import { keyFor, wordsFor } from '../vocabulary/recognise.ts';
import { shared, significant } from './kinship.ts';
import { phasesOf } from './walk.ts';

/** Say nothing of which step is meant. */
const idle = new Set(
  wordsFor(({ common, moves }) => [...common, ...moves.redo, ...moves.read]).flatMap(words =>
    words.split(' '),
  ),
);

/** A step that may be done again, with the words of its title. */
interface Candidate {
  step: Step;
  words: ReadonlySet<string>;
}

/** Fills `move` and `step` of the actions, in place; an action whose words say nothing keeps none. */
export function suggestMoves(plan: Pick<Plan, 'stages' | 'checkpoints'>): void {
  const before = candidatesBefore(plan);
  for (const { step, actions } of plan.checkpoints)
    for (const action of actions) suggestMove(action, before.get(step ?? '') ?? []);
}

/** For each checkpoint's step, the steps before it in its phase. */
function candidatesBefore(plan: Pick<Plan, 'stages'>): Map<string, readonly Candidate[]> {
  const found = new Map<string, readonly Candidate[]>();
  for (const { steps } of phasesOf(plan)) {
    let before: readonly Candidate[] = [];
    for (const step of steps) {
      if (step.kind === 'checkpoint') found.set(step.id, before);
      if (step.kind !== 'command' && step.kind !== 'manual') continue;
      // Further back, nobody means it by its words.
      before = [...before, { step, words: significant(step.title) }].slice(-mostCandidates);
    }
  }
  return found;
}

const mostCandidates = 100;

function suggestMove(action: Action, before: readonly Candidate[]): void {
  const move = keyFor(action.text, words => words.moves);
  if (!move) return;
  action.move = move;
  if (move !== 'redo' && move !== 'read') return;
  const commands = before.filter(({ step }) => step.kind === 'command');
  const named = nearest(action.text, move === 'redo' ? before : commands);
  const { step } = named ?? commands.at(-1) ?? {};
  if (step) action.step = step.id;
}

/** The step whose title shares most words with the action; of several, the one done last. */
function nearest(text: string, candidates: readonly Candidate[]): Candidate | undefined {
  const meant = new Set([...significant(text)].filter(word => !idle.has(word)));
  const ranked = candidates
    .map(candidate => ({ candidate, words: shared(meant, candidate.words) }))
    .filter(({ words }) => words > 0)
    .sort((a, b) => a.words - b.words);
  return ranked.at(-1)?.candidate;
}
