// Builds the front end with nothing but Node: every input of vite.config.js, named by its content,
// and the manifest that the pages look their assets up in.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { parse } from 'node:path';
import config from '../vite.config.js';

rmSync('public/build', { recursive: true, force: true });
mkdirSync('public/build/assets', { recursive: true });
const manifest = {};
for (const source of config.input) {
  const text = readFileSync(source, 'utf8');
  const { name, ext } = parse(source);
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 8);
  const file = `assets/${name}-${hash}${ext}`;
  writeFileSync(`public/build/${file}`, text);
  manifest[source] = { file, src: source, isEntry: true };
  console.log(`public/build/${file}  ${text.length} o`);
}
writeFileSync('public/build/manifest.json', `${JSON.stringify(manifest, null, 2)}\n`);
console.log(`${config.input.length} fichiers construits`);
