import { undone } from '../target/database.mjs';
import { fault } from '../target/faults.mjs';
import { migrateBatch, progressOf } from './batches.mjs';
import { eligiblePairs } from './pairs.mjs';
import { report } from './report.mjs';

/**
 * Migrates everything that is left, tells what came of it, and undoes it.
 * @param {import('node:sqlite').DatabaseSync} db @param {number} size pairs in a batch
 * @throws {Error} when the data would not go through
 */
export function dryRun(db, size) {
  console.log('Mode dry-run : aucune donnée ne sera modifiée.');
  if (fault('dry-run-fails').on) {
    throw new Error(
      'SQLSTATE[23000]: Integrity constraint violation: missions.address cannot be null',
    );
  }
  const pairs = eligiblePairs(db);
  const { batches, migrated } = progressOf(db);
  const left = pairs.slice(migrated);
  const started = performance.now();
  undone(db, () => {
    migrateBatch(db, batches + 1, left);
    report(db, pairs);
  });
  console.log(`\nLots à exécuter        : ${Math.ceil(left.length / size)} de ${size} au plus`);
  console.log(`Durée du dry-run       : ${((performance.now() - started) / 1000).toFixed(1)} s`);
}
