/** Lint rules, and the walls between the folders: docs/codebase-guide.md, "Who may import whom". */
import { defineConfig, type OxlintOverride } from 'oxlint';

type Rules = NonNullable<OxlintOverride['rules']>;

/** May a folder import Node's own modules? */
type World = 'freely' | 'types' | 'never';

interface Wall {
  /** Folders it may import anything from. */
  values?: string[];
  /** Folders it may import types from. */
  types?: string[];
  node: World;
}

const cockpit: Wall = {
  values: ['view'],
  types: ['plan', 'machines', 'journal', 'engine'],
  node: 'types',
};

/** Whatever is not listed is refused; `locale` is open to all, and everything to `cli`, which wires. */
const walls: Record<string, Wall> = {
  'src/locale': { types: ['plan'], node: 'never' },
  'src/plan': { node: 'never' },
  machines: { types: ['plan'], node: 'never' },
  'src/journal': { values: ['plan', 'machines'], node: 'never' },
  'src/view': {
    values: ['plan', 'machines', 'journal'],
    types: ['engine', 'jobs', 'store'],
    node: 'never',
  },
  'src/engine': {
    values: ['plan', 'machines', 'journal'],
    types: ['jobs', 'store', 'channels', 'probes'],
    node: 'freely',
  },
  // The journal file is written in the journal's format, and read by its schema.
  'src/store': { values: ['machines', 'journal'], types: ['plan', 'jobs'], node: 'freely' },
  'src/jobs': { types: ['plan', 'machines'], node: 'freely' },
  // What channels and probes would each write for themselves.
  'src/reach': { types: ['plan'], node: 'freely' },
  'src/channels': { values: ['reach'], types: ['plan', 'machines', 'journal'], node: 'freely' },
  'src/probes': { values: ['reach'], types: ['plan', 'machines', 'journal'], node: 'freely' },
  'src/cockpit': cockpit,
  // Where entries come from besides the engine: a followed file, a player. Both cover secrets as it does.
  'src/sources': {
    values: ['plan', 'machines', 'journal', 'engine'],
    types: ['jobs', 'store', 'view'],
    node: 'freely',
  },
  'src/report': {
    values: ['plan', 'machines', 'journal', 'view'],
    types: ['engine'],
    node: 'never',
  },
  // It is given pages; what they say is not its business.
  'src/serve': { node: 'freely' },
};

const nameOf = (folder: string): string => folder.replace('src/', '');
const names = [...Object.keys(walls).map(nameOf), 'cli'];
const pure = Object.keys(walls).filter(folder => walls[folder]?.node === 'never');

function imports(folders: readonly string[], message: string, allowTypeImports = false) {
  if (folders.length === 0) return [];
  return [{ regex: `^(\\.\\./)+(src/)?(${folders.join('|')})/`, message, allowTypeImports }];
}

function nodeImports(own: string, node: World) {
  if (node === 'freely') return [];
  const bare =
    'assert|buffer|child_process|crypto|events|fs|net|os|path|process|stream|tty|url|util';
  const message = `${own} never touches the world: what it needs comes in as an argument.`;
  return [{ regex: `^(node:|(${bare})(/|$))`, message, allowTypeImports: node === 'types' }];
}

function refusals(folder: string, wall: Wall): Rules {
  const { values = [], types = [], node } = wall;
  const own = nameOf(folder);
  const known = [own, 'locale', ...values, ...types];
  const never = names.filter(name => !known.includes(name));
  const patterns = [
    ...imports(never, `${own} may not know this folder.`),
    ...imports(types, `${own} may know only the types of this folder.`, true),
    ...imports(['test', 'scripts', 'bench', 'plans'], 'The program does not know it.'),
    ...nodeImports(own, node),
  ];
  return { 'no-restricted-imports': ['error', { patterns }] };
}

const worldly = ['process', 'performance', 'crypto', 'fetch', 'setTimeout', 'setInterval'];

const unworldly: Rules = {
  'no-restricted-globals': ['error', { globals: worldly, checkGlobalObject: true }],
  'no-restricted-properties': [
    'error',
    { object: 'Date', property: 'now', message: 'Pure code is given the time.' },
    { object: 'Temporal', property: 'Now', message: 'Pure code is given the time.' },
    { object: 'Math', property: 'random', message: 'Pure code leaves nothing to chance.' },
  ],
};

export default defineConfig({
  plugins: ['typescript', 'unicorn', 'oxc', 'import', 'react', 'promise', 'vitest'],
  categories: { correctness: 'error' },
  ignorePatterns: ['dist/**', 'coverage/**', 'test/**/fixtures/**'],
  rules: {
    eqeqeq: 'error',
    'no-var': 'error',
    'prefer-const': 'error',
    'no-console': 'error',
    'import/no-cycle': 'error',
    // Outside the cockpit a function named `use…` is no hook.
    'react/rules-of-hooks': 'off',
    'typescript/no-explicit-any': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/only-throw-error': 'error',
    'typescript/prefer-promise-reject-errors': 'error',
    'typescript/return-await': ['error', 'error-handling-correctness-only'],
    'typescript/switch-exhaustiveness-check': [
      'error',
      { considerDefaultExhaustiveForUnions: true },
    ],
    // Objects made of closures have no `this` to lose.
    'typescript/unbound-method': 'off',
    // Code points are what a terminal's text is walked by.
    'typescript/no-misused-spread': 'off',
    // A terminal's text is control characters.
    'no-control-regex': 'off',
    'no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
    // Waiting for a screen is an assertion too.
    'vitest/expect-expect': 'off',
    'vitest/valid-expect': ['error', { maxArgs: 2 }],
    // Properties speak of some of the cases they meet.
    'vitest/no-conditional-expect': 'off',
  },
  overrides: [
    { files: ['src/**', 'machines/**'], rules: { 'max-lines': ['error', { max: 250 }] } },
    // One vocabulary is clearer in one file.
    { files: ['**/types.ts'], rules: { 'max-lines': 'off' } },
    ...Object.entries(walls).map(([folder, wall]) => ({
      files: [`${folder}/**`],
      rules: refusals(folder, wall),
    })),
    {
      files: ['src/cockpit/terminal.ts'],
      rules: refusals('src/cockpit', { ...cockpit, node: 'freely' }),
    },
    {
      files: ['src/cockpit/**'],
      rules: { 'react/rules-of-hooks': 'error', 'react/exhaustive-deps': 'error' },
    },
    { files: pure.map(folder => `${folder}/**`), rules: unworldly },
    { files: ['scripts/**', 'bench/**', 'plans/**'], rules: { 'no-console': 'off' } },
  ],
});
