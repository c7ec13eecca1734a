/** What an intent is made of. */
import type { Intent, OperatorFact } from '../../engine/types.ts';
import type { Answers, Choice, ViewInput } from '../types.ts';

export interface Given {
  step: string;
  reason: string;
  answers: Answers;
  input: ViewInput;
  choice: Choice;
}

export type Make = (given: Given) => Intent;

export const record = (fact: OperatorFact): Intent => ({ type: 'record', fact });

/** An optional text, left out when it is empty. */
export const said = <K extends string>(key: K, text: string) =>
  (text ? { [key]: text } : {}) as { [P in K]?: string };
