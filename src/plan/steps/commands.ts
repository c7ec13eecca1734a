/** The fences of a step, as commands. */
import type { Code } from 'mdast';
import type { Context } from '../context.ts';
import { placeOf } from '../document/source.ts';
import type { Command, CommandAttributes } from '../types.ts';
import { notOnTimeline } from './attribute-set.ts';
import { type Attributes, fenceAttributes, inherit, type Refusal } from './attributes.ts';
import { fenceLanguage, isData, isReading } from './languages.ts';

/** Commands, and what their info strings say of the step itself. */
export interface StepFences {
  commands: Command[];
  said: Attributes[];
}

const onTimeline: Refusal = { where: 'timeline', names: notOnTimeline };

/** @param step id of the step; @param outer attributes of the step and of the headings above it */
export function readFences(
  nodes: readonly Code[],
  step: string,
  outer: Attributes,
  context: Context,
): StepFences {
  const said = nodes.map(node => fenceAttributes(node, step, context, onTimeline));
  const commands = nodes.map((node, index) => {
    const attributes = inherit(outer, said[index]!).command;
    return toCommand(node, index, attributes, context);
  });
  for (const [index, node] of nodes.entries()) {
    settle(node, commands[index]!, step, context);
    checkInteractive(node, commands[index]!, context);
  }
  return { commands, said };
}

/** @param index of the command in its step */
export function toCommand(
  node: Code,
  index: number,
  attributes: CommandAttributes,
  context: Context,
): Command {
  const language = fenceLanguage(node);
  return {
    ...placeOf(node),
    index,
    language,
    script: node.value,
    runnable: !attributes.sample && node.value.trim() !== '' && context.runs(language),
    // Filled once every declaration and capture of the plan is known.
    variables: [],
    attributes,
  };
}

/** Enters the fence in the account; @param owner step or box that it belongs to */
export function settle(node: Code, command: Command, owner: string, context: Context): void {
  const { language } = command;
  if (command.runnable) {
    context.fences.settle(node, { fate: 'runs', step: owner });
    return;
  }
  const why = command.attributes.sample ? 'sample' : isReading(language) ? 'reading' : 'no-runner';
  context.fences.settle(node, {
    fate: 'shown',
    why: node.value.trim() === '' ? 'empty' : why,
    step: owner,
  });
  if (why !== 'no-runner' || context.runs(language)) return;
  const severity = isData(language) ? 'info' : 'warning';
  context.report(
    'no-runner',
    placeOf(node),
    { language },
    { severity, length: 3 + language.length },
  );
}

/** Nobody reads the output of a command that has the terminal. */
function checkInteractive(node: Code, { runnable, attributes }: Command, { report }: Context) {
  if (!runnable || !attributes.interactive) return;
  for (const name of ['expect', 'refuse', 'capture'] as const)
    if (attributes[name] !== undefined) report('interactive-output', placeOf(node), { name });
}
