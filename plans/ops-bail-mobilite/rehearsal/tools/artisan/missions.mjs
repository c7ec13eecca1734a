/** `migrate:missions-to-bm`: the data migration itself, for real or dry. */
import { drawBar } from '../migration/bar.mjs';
import { begin, migrateBatch, progressOf } from '../migration/batches.mjs';
import { corrupt } from '../migration/corruption.mjs';
import { dryRun } from '../migration/dry-run.mjs';
import { eligiblePairs } from '../migration/pairs.mjs';
import { report } from '../migration/report.mjs';
import { hasColumn, openDatabase, transaction } from '../target/database.mjs';
import { fault, faultOnce } from '../target/faults.mjs';
import { log } from '../target/log.mjs';

/** @param {import('./commands.mjs').Call} call */
export async function migrateMissions({ options }) {
  const size = Number(options.get('batch-size') ?? 50);
  if (!Number.isInteger(size) || size < 1)
    throw new Error('--batch-size attend un entier positif.');
  const db = openDatabase();
  try {
    if (!hasColumn(db, 'missions', 'bail_mobilite_id')) {
      throw new Error("Colonnes absentes : lancez d'abord migrate:add-migration-columns.");
    }
    await (options.has('dry-run') ? dryRun(db, size) : migrate(db, size));
  } finally {
    db.close();
  }
}

/** @param {import('node:sqlite').DatabaseSync} db @param {number} size pairs in a batch */
async function migrate(db, size) {
  const pairs = eligiblePairs(db);
  begin(db, pairs.length);
  let { batches, migrated } = progressOf(db);
  if (migrated > 0)
    console.log(`Reprise au lot ${batches + 1} : ${migrated} bail mobilités déjà migrés.`);
  while (migrated < pairs.length) {
    const batch = pairs.slice(migrated, migrated + size);
    batches += 1;
    await showProgress(migrated, batch.length, pairs.length);
    transaction(db, () => migrateBatch(db, batches, batch, crashing(batches, batch.length)));
    log('migration', `batch ${batches}\t${migrated + 1}-${migrated + batch.length}`);
    migrated += batch.length;
  }
  report(db, pairs);
  if (fault('data-corrupted').on) corrupt();
}

/**
 * Draws the bar through one batch; the fault `migration-slow` spreads its seconds over all of them.
 * @param {number} from @param {number} size @param {number} total
 */
async function showProgress(from, size, total) {
  const { on, value: seconds } = fault('migration-slow');
  for (let index = 1; index <= size; index += 1) {
    if (on) await new Promise(resolve => setTimeout(resolve, (seconds * 1000) / total));
    if (on || index % 10 === 0 || index === size) drawBar(from + index, total);
  }
}

/**
 * The fault `migration-crash`: dies in the middle of its batch, as under `kill -9`.
 * @param {number} batch @param {number} size
 * @returns {((index: number) => void) | undefined}
 */
function crashing(batch, size) {
  const { on, value } = fault('migration-crash');
  if (!on || batch !== value || !faultOnce('migration-crash')) return undefined;
  return index => index >= size / 2 && process.kill(process.pid, 'SIGKILL');
}
