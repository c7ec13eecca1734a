import { noteText } from '../../view/log/around.ts';
import type { Story } from '../story/story.ts';
import type { NoteFact, Report } from '../types.ts';

/** What people wrote down, and what the program remarked. */
export function notesOf({ scene }: Story): NoteFact[] {
  return scene.context.notes.map(({ at, by, text, step = null, topic = null }) => ({
    at,
    by: scene.text(by),
    text: scene.text(noteText(scene, { text, by })),
    step,
    topic,
  }));
}

/** Who was called, and what came of it. */
export function callsOf({ scene }: Story): Report['calls'] {
  const { outcomes } = scene.words.around.choices;
  return scene.context.calls.map(({ at, by, role, outcome, note = '', step = null }) => ({
    at,
    by: scene.text(by),
    role: scene.text(role),
    outcome: outcomes[outcome],
    note: scene.text(note),
    step,
  }));
}
