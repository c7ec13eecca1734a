/** What a question asks at its present stage, in words. */
import type { Words } from '../../locale/locale.ts';
import type { Choice } from '../../view/types.ts';
import { type Question, stageOf } from './question.ts';

/** The words of whatever is edited: this run's copy of a command, or a message. */
export function editingWords({ cockpit }: Words, { id }: Pick<Choice, 'id'>) {
  const { command, message, ...shared } = cockpit.editing;
  return { ...shared, ...(id === 'editMessage' ? message : command) };
}

/** What the field of a stage is for. */
export function promptOf(words: Words, question: Question): string {
  const { question: asking } = words.cockpit;
  const { choice } = question;
  switch (stageOf(question)) {
    case 'option':
      return asking.chooseOne;
    case 'editor':
      return editingWords(words, choice).where;
    case 'edit':
      return words.cockpit.editing.keep;
    case 'text':
      return of(asking.textOf, choice) ?? asking.textOf.other;
    case 'word':
      return asking.typeWord(choice.word);
    case 'reason':
      return reasonPrompt(words, choice);
  }
}

/** What is missing when Enter comes on an empty reason that is owed. */
export function reasonMissing({ cockpit }: Words, choice: Choice): string {
  const { question } = cockpit;
  return of(question.reasonOf, choice) === undefined
    ? question.reasonMissing
    : question.textMissing;
}

/** Some reasons are a summary, a name of a means or a note. */
function reasonPrompt({ cockpit }: Words, choice: Choice): string {
  const { question } = cockpit;
  const own = of(question.reasonOf, choice);
  if (choice.reason === 'required') return own ?? question.reasonRequired;
  return own === undefined ? question.reasonOptional : `${own} ${question.skippable}`;
}

function of(texts: Readonly<Record<string, string>>, { id }: Choice): string | undefined {
  return Object.hasOwn(texts, id) ? texts[id] : undefined;
}
