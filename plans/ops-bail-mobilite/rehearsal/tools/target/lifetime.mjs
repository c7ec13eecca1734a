/** A process of a target never outlives it. */
import { readFileSync } from 'node:fs';
import { target } from './paths.mjs';

const EIGHT_HOURS = 8 * 3600 * 1000;

function identity() {
  try {
    return readFileSync(target.identity, 'utf8');
  } catch {
    return '';
  }
}

/**
 * Ends this process on SIGTERM, after eight hours, or within a second or so of the target's folder
 * being removed or built anew.
 */
export function endWithTarget() {
  const mine = identity();
  process.on('SIGTERM', () => process.exit(0));
  setTimeout(() => process.exit(0), EIGHT_HOURS);
  setInterval(() => identity() !== mine && process.exit(0), 1000);
}
