/** What zod found wrong, in the terms of a message: which key, what was expected. */
import { z } from 'zod';

export interface Fault {
  kind: 'unknown' | 'missing' | 'bad-key' | 'refused';
  path: (string | number)[];
  /** The key that is unknown, missing or badly named. */
  key?: string;
  /** Keys that the place admits. */
  allowed?: string[];
  /** An example, or the name of a type: the texts know how to say it. */
  expected?: string;
}

type Issue = z.core.$ZodIssue;
type Path = (string | number)[];

function pathOf(issue: Issue): Path {
  return issue.path.map(part => (typeof part === 'number' ? part : String(part)));
}

/** The schema inside defaults, options and transforms. */
function bare(schema: z.core.$ZodType | undefined): z.core.$ZodType | undefined {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault
  ) {
    return bare(schema.unwrap());
  }
  return schema instanceof z.ZodPipe ? bare(schema.in) : schema;
}

/** Keys of the object that `schema` wants at `path`. */
function keysAt(schema: z.core.$ZodType | undefined, path: Path): string[] {
  const here = bare(schema);
  if (here instanceof z.ZodUnion) return here.options.flatMap(option => keysAt(option, path));
  const [first, ...rest] = path;
  if (here instanceof z.ZodObject) {
    return first === undefined ? Object.keys(here.shape) : keysAt(here.shape[first], rest);
  }
  if (first === undefined) return [];
  if (here instanceof z.ZodRecord) return keysAt(here.valueType, rest);
  return here instanceof z.ZodArray ? keysAt(here.element, rest) : [];
}

/** The branch that got furthest: it says more than `invalid input`. */
function insideUnion(issue: Extract<Issue, { code: 'invalid_union' }>): Issue[] | undefined {
  const deeper = issue.errors.filter(branch =>
    branch.every(one => one.code !== 'invalid_type' || one.path.length > 0),
  );
  const known = deeper.filter(branch => branch.every(one => one.code !== 'unrecognized_keys'));
  return known[0] ?? deeper[0];
}

function expectedOf(issue: Issue): string {
  if (issue.code === 'invalid_type') return issue.expected;
  if (issue.code === 'invalid_value') return issue.values.join(' | ');
  if (issue.code === 'invalid_union') {
    return [...new Set(issue.errors.flatMap(branch => branch.map(expectedOf)))].join(' | ');
  }
  return issue.message;
}

function faults(issue: Issue, outer: Path, root: z.core.$ZodType): Fault[] {
  const path = [...outer, ...pathOf(issue)];
  if (issue.code === 'unrecognized_keys') {
    const allowed = keysAt(root, path);
    return issue.keys.map(key => ({ kind: 'unknown', path, key, allowed }));
  }
  if (issue.code === 'invalid_key') {
    const expected = issue.issues[0]?.message ?? '';
    return [{ kind: 'bad-key', path: path.slice(0, -1), key: String(path.at(-1)), expected }];
  }
  const branch = issue.code === 'invalid_union' ? insideUnion(issue) : undefined;
  if (branch) return branch.flatMap(one => faults(one, path, root));
  const expected = expectedOf(issue);
  if (
    issue.code === 'invalid_type' &&
    issue.input === undefined &&
    issue.message.endsWith('undefined')
  ) {
    return [{ kind: 'missing', path: path.slice(0, -1), key: String(path.at(-1) ?? ''), expected }];
  }
  return [{ kind: 'refused', path, expected }];
}

export function faultsOf(error: z.ZodError, schema: z.core.$ZodType): Fault[] {
  const all = error.issues.flatMap(issue => faults(issue, [], schema));
  const misspelt = new Set(
    all.filter(({ kind }) => kind === 'unknown').map(({ path }) => path.join('.')),
  );
  // A key that is missing because it is misspelt is one mistake.
  return all.filter(({ kind, path }) => kind !== 'missing' || !misspelt.has(path.join('.')));
}
