/**
 * Bundles the program into `dist/`: `bascule.js`, and one chunk per lazily imported part, so that
 * `--version` and `--help` load almost nothing. `--sourcemap` adds maps for whoever debugs.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type BuildOptions, build, type OutputFile } from 'esbuild';

const root = path.resolve(import.meta.dirname, '..');
const dist = path.join(root, 'dist');

function options(version: string): BuildOptions & { write: false } {
  return {
    absWorkingDir: root,
    entryPoints: { bascule: 'src/cli/main.ts' },
    outdir: dist,
    chunkNames: 'chunks/[name]-[hash]',
    write: false,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node22.12',
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'none',
    sourcemap: process.argv.includes('--sourcemap') ? 'linked' : false,
    define: {
      'process.env.NODE_ENV': '"production"',
      BASCULE_VERSION: JSON.stringify(version),
      // Under this switch Ink would look for React's development tools.
      'process.env.DEV': '"false"',
    },
    external: ['react-devtools-core'],
    // CommonJS dependencies ask for Node's own modules through `require`, which ES modules lack.
    banner: {
      js:
        "import { createRequire as createRequire$ } from 'node:module';" +
        'const require = createRequire$(import.meta.url);',
    },
  };
}

async function writeIfChanged(file: OutputFile): Promise<void> {
  const present = await readFile(file.path).catch(() => undefined);
  if (present?.equals(file.contents)) return;
  await mkdir(path.dirname(file.path), { recursive: true });
  await writeFile(file.path, file.contents);
}

async function removeStale(written: ReadonlySet<string>): Promise<void> {
  const present = await readdir(dist, { recursive: true, withFileTypes: true });
  const files = present.filter(entry => entry.isFile()).map(e => path.join(e.parentPath, e.name));
  await Promise.all(files.filter(file => !written.has(file)).map(file => rm(file)));
}

/** Never empties `dist/`: a cockpit that runs from it may still have chunks to load. */
async function bundle(): Promise<void> {
  const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  const { outputFiles } = await build(options(version));
  // Chunks come before the entry that names them.
  const byDepth = outputFiles.toSorted((a, b) => b.path.length - a.path.length);
  for (const file of byDepth) await writeIfChanged(file);
  await removeStale(new Set(outputFiles.map(file => file.path)));
}

try {
  await bundle();
} catch (error) {
  // esbuild has already printed each fault with its place.
  const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
  process.stderr.write(`bascule: the build failed, dist/ was left as it was: ${why}\n`);
  process.exitCode = 1;
}
