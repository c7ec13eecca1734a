import { lstatSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

/** @param {import('./commands.mjs').Call} call */
export function linkStorage({ app }) {
  const link = join(app, 'public/storage');
  if (lstatSync(link, { throwIfNoEntry: false }))
    return console.log('The [public/storage] link already exists.');
  symlinkSync('../storage/app/public', link);
  console.log('The [public/storage] link has been connected to [storage/app/public].');
}
