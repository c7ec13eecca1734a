/** The front matter of a plan. */
import type { Root } from 'mdast';
import { z } from 'zod';
import type { Report } from '../diagnostics/reporter.ts';
import { present } from '../present.ts';
import type { Language, VariableDeclaration } from '../types.ts';
import { runners, text, variable, variableName } from './fields.ts';
import { readYaml } from './read-yaml.ts';

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

export const frontMatterSchema = z
  .strictObject({
    title: text.optional().meta({ description: 'Title of the plan; default: its first heading.' }),
    language: z.enum(['fr', 'en']).optional().meta({ description: 'Language of the plan.' }),
    timezone: text
      .refine(isZone, { error: 'Europe/Paris' })
      .optional()
      .meta({ description: 'IANA zone of the planned times; default UTC.' }),
    variables: z
      .record(variableName, variable)
      .default({})
      .meta({ description: 'Variables of the commands: a value, or how to obtain one.' }),
    runners,
  })
  .meta({ title: 'Front matter of a Bascule plan' });

export interface FrontMatter {
  title?: string;
  language?: Language;
  timezone: string;
  variables: VariableDeclaration[];
  runners: Record<string, string>;
}

const none: FrontMatter = { timezone: 'UTC', variables: [], runners: {} };

function declaration(name: string, said: z.output<typeof variable>): VariableDeclaration {
  return typeof said === 'string' ? { name, value: said } : { name, ...present(said) };
}

export function readFrontMatter(root: Root, report: Report): FrontMatter {
  const node = root.children[0];
  if (node?.type !== 'yaml') return none;
  const firstLine = (node.position?.start.line ?? 1) + 1;
  const read = readYaml(node.value, frontMatterSchema, firstLine, report);
  if (!read) return none;
  const { title, language, timezone = 'UTC', variables } = read;
  return {
    ...present({ title, language }),
    timezone,
    variables: Object.entries(variables).map(([name, said]) => declaration(name, said)),
    runners: read.runners,
  };
}
