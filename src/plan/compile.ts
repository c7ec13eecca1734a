/** Markdown in; plan and diagnostics out. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Root } from 'mdast';
import { checkPlan } from './checks/plan.ts';
import { checkText } from './checks/text.ts';
import { declarations } from './checks/variables/declarations.ts';
import type { Context } from './context.ts';
import { Reporter } from './diagnostics/reporter.ts';
import { withinLimits } from './document/limits.ts';
import { setLabelsApart } from './document/margin-labels.ts';
import { outline } from './document/outline.ts';
import { parseDocument } from './document/parse.ts';
import { readSource, type Source } from './document/source.ts';
import { present } from './present.ts';
import { type Given, readSections } from './sections/sections.ts';
import { type FrontMatter, readFrontMatter } from './settings/front-matter.ts';
import { FenceAccount } from './steps/fences.ts';
import { isReading, isShell } from './steps/languages.ts';
import type { Compilation, Environment, Language, Plan } from './types.ts';

export interface CompileOptions {
  /** Where the plan is, for messages. */
  path: string;
  /** Answers for paths relative to the plan's folder; without it links are not checked. */
  exists?: (relative: string) => boolean;
  /** Gives values and runners. */
  environment?: Environment;
  /** Of the diagnostics; default: the plan's. */
  language?: Language;
}

/**
 * Compiles a plan. Never throws: whatever is wrong with the text is a diagnostic, all of them at once,
 * by place. A text beyond the limits gives an empty plan and an error.
 */
export function compile(source: string, options: CompileOptions): Compilation {
  const reporter = new Reporter();
  const plan = build(source, options, reporter);
  return { plan, diagnostics: reporter.diagnostics(options.language ?? plan.language) };
}

function build(original: string, options: CompileOptions, reporter: Reporter): Plan {
  const source = readSource(original);
  const nothing = emptyPlan(original, options.language ?? 'en');
  if (!withinLimits(source, reporter.report)) return nothing;
  try {
    return { ...nothing, ...compileWithin(source, options, reporter) };
  } catch (error) {
    reporter.report('unreadable', { line: 1, column: 1 }, { why: (error as Error).message });
    return nothing;
  }
}

function emptyPlan(original: string, language: Language): Plan {
  return {
    title: '',
    language,
    fingerprint: bytesToHex(sha256(utf8ToBytes(original))),
    timezone: 'UTC',
    general: { environments: [] },
    roles: [],
    availability: [],
    prerequisites: [],
    stages: [],
    checkpoints: [],
    messages: [],
    metrics: [],
    surveillance: [],
    contacts: [],
    links: [],
    checklist: [],
    variables: [],
    runners: {},
    fences: [],
    reading: [],
  };
}

function newContext(
  source: Source,
  front: FrontMatter,
  reporter: Reporter,
  environment?: Environment,
): Context {
  const runners = { ...front.runners, ...environment?.runners };
  return {
    source,
    report: reporter.report,
    fences: new FenceAccount(),
    runs: language =>
      !isReading(language) && (isShell(language) || Object.hasOwn(runners, language)),
    references: [],
    stages: new Map(),
    ...(environment ? { hosts: hostsOf(environment) } : {}),
  };
}

function hostsOf({ hosts }: Environment): Context['hosts'] & {} {
  const places = Object.entries(hosts).map(
    ([name, { local }]) => [name, local ? 'here' : 'elsewhere'] as const,
  );
  return new Map(places);
}

function given({ title, language }: FrontMatter, { exists }: CompileOptions): Given {
  return present({ title, language, exists });
}

function compileWithin(source: Source, options: CompileOptions, reporter: Reporter) {
  const { environment } = options;
  const root: Root = parseDocument(source.text);
  setLabelsApart(root, source);
  const front = readFrontMatter(root, reporter.report);
  const context = newContext(source, front, reporter, environment);
  const read = readSections(root, outline(root), given(front, options), context);
  checkText(source, context.report);
  const plan = {
    ...read,
    timezone: front.timezone,
    runners: { ...front.runners, ...environment?.runners },
    variables: declarations(read, front.variables, environment),
  };
  checkPlan(plan, root, context);
  return { ...plan, fences: context.fences.all() };
}
