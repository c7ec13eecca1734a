/** A cockpit of a test's own, bundled as the real one is: Node runs no JSX. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

/** Bundles `entry` (`…/demo.tsx`) into `folder`, as `demo.js` that Node can run. */
export async function bundleProgram(entry: string, folder: string): Promise<void> {
  writeFileSync(path.join(folder, 'package.json'), '{"type":"module"}');
  await build({
    entryPoints: [entry],
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    jsx: 'automatic',
    logLevel: 'silent',
    external: ['react-devtools-core'],
    define: { 'process.env.NODE_ENV': '"production"', 'process.env.DEV': '"false"' },
    banner: {
      js: "import{createRequire as r}from'node:module';const require=r(import.meta.url);",
    },
  });
}
