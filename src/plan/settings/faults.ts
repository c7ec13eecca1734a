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
/** The whole schema, and the whole value that it refuses. */
interface Root {
  schema: z.core.$ZodType;
  value: unknown;
}
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

/** Keys of the object that `schema` wants at `path` of `value`. */
function keysAt(schema: z.core.$ZodType | undefined, path: Path, value: unknown): string[] {
  const here = bare(schema);
  if (here instanceof z.ZodUnion) {
    const options = here.options.filter(option => suits(option, here, value));
    return options.flatMap(option => keysAt(option, path, value));
  }
  const [first, ...rest] = path;
  if (here instanceof z.ZodObject && first === undefined) return Object.keys(here.shape);
  if (first === undefined) return [];
  const inside = (value as Record<string, unknown> | undefined)?.[first];
  if (here instanceof z.ZodObject) return keysAt(here.shape[first], rest, inside);
  if (here instanceof z.ZodRecord) return keysAt(here.valueType, rest, inside);
  return here instanceof z.ZodArray ? keysAt(here.element, rest, inside) : [];
}

/** Of a union told apart by a key, the option that `value` chose. */
function suits(option: z.core.$ZodType, union: z.ZodUnion, value: unknown): boolean {
  if (!(union instanceof z.ZodDiscriminatedUnion)) return true;
  const chosen = (value as Record<string, unknown> | undefined)?.[union.def.discriminator];
  const own = option._zod.propValues?.[union.def.discriminator];
  return own === undefined || own.has(chosen as string);
}

/** The branch that got furthest: it says more than `invalid input`. */
function insideUnion(issue: Extract<Issue, { code: 'invalid_union' }>): Issue[] | undefined {
  const deeper = issue.errors.filter(branch =>
    branch.every(one => one.code !== 'invalid_type' || one.path.length > 0),
  );
  const known = deeper.filter(branch => branch.every(one => one.code !== 'unrecognized_keys'));
  return known[0] ?? deeper[0];
}

/** What the key that tells a union apart may be. */
function optionsOf(issue: Issue): string {
  return 'options' in issue && Array.isArray(issue.options) ? issue.options.join(' | ') : '';
}

function expectedOf(issue: Issue): string {
  if (issue.code === 'invalid_type') return issue.expected;
  if (issue.code === 'invalid_value') return issue.values.join(' | ');
  if (issue.code === 'invalid_union') {
    if (issue.errors.length === 0) return optionsOf(issue);
    return [...new Set(issue.errors.flatMap(branch => branch.map(expectedOf)))].join(' | ');
  }
  return issue.message;
}

/** Nothing was written, whatever was expected. */
function isMissing(issue: Issue): boolean {
  if (issue.code === 'invalid_type')
    return issue.input === undefined && issue.message.endsWith('undefined');
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return false;
  return issue.errors.flat().every(one => one.path.length === 0 && isMissing(one));
}

function faults(issue: Issue, outer: Path, root: Root): Fault[] {
  const path = [...outer, ...pathOf(issue)];
  if (issue.code === 'unrecognized_keys') {
    const allowed = keysAt(root.schema, path, root.value);
    return issue.keys.map(key => ({ kind: 'unknown', path, key, allowed }));
  }
  if (issue.code === 'invalid_key') {
    const expected = issue.issues[0]?.message ?? '';
    return [{ kind: 'bad-key', path: path.slice(0, -1), key: String(path.at(-1)), expected }];
  }
  const branch = issue.code === 'invalid_union' ? insideUnion(issue) : undefined;
  if (branch) return branch.flatMap(one => faults(one, path, root));
  const expected = expectedOf(issue);
  if (isMissing(issue)) {
    return [{ kind: 'missing', path: path.slice(0, -1), key: String(path.at(-1) ?? ''), expected }];
  }
  return [{ kind: 'refused', path, expected }];
}

/** @param value what was checked: the keys that it may have can depend on what it says */
export function faultsOf(error: z.ZodError, schema: z.core.$ZodType, value: unknown): Fault[] {
  const all = error.issues.flatMap(issue => faults(issue, [], { schema, value }));
  const misspelt = new Set(
    all.filter(({ kind }) => kind === 'unknown').map(({ path }) => path.join('.')),
  );
  // A key that is missing because it is misspelt is one mistake.
  return all.filter(({ kind, path }) => kind !== 'missing' || !misspelt.has(path.join('.')));
}
