/** Does a call leave everything as it was? */
import { baseName } from '../shell/programs.ts';
import type { Call } from './changes.ts';
import {
  fetches,
  harmlessOptions,
  lookers,
  looks,
  orders,
  passing,
  tellsPeople,
  trials,
  withActions,
} from './tables.ts';

const writesByWeb =
  /^(?:-X|--request|-d|--data(?:-\w+)?|-F|--form|-T|--upload-file|--json|--post-\w+)(?:=|$)/;

/** Reads, or sends a message to people. */
function looksByWeb(words: readonly string[]): boolean {
  if (!words.some(word => writesByWeb.test(word))) return true;
  const addresses = words.filter(word => /^https?:/i.test(word));
  return addresses.some(url => tellsPeople.test(url)) && !addresses.some(url => orders.test(url));
}

/** `nginx -t`, `bash -n deploy.sh`; and what is sourced gives settings to the commands that follow. */
function triesOnly(words: readonly string[]): boolean {
  const program = baseName(words[0] ?? '');
  if (program === 'source' || program === '.') return true;
  const trial = trials.get(program);
  return trial !== undefined && words.some(word => trial.test(word));
}

/** Looks, tries, fetches, saves or tells, and leaves nothing to undo. */
export function looksOnly({ tool, action, words }: Call): boolean {
  if (words.some(word => harmlessOptions.test(word)) || triesOnly(words)) return true;
  if (tool === 'curl' || tool === 'wget') return looksByWeb(words);
  if (tool === 'sed') return !words.some(word => /^(?:-i|--in-place)/.test(word));
  if (lookers.has(tool)) return tool !== 'find' || !words.includes('-delete');
  if (fetches.has(`${tool} ${action}`)) return true;
  // The name of `apt-get` says nothing of what it is asked.
  if (!withActions.has(tool) && looks.test(tool)) return true;
  return looks.test(action) || passing.has(action.split(/[: ]/).at(-1)!);
}
