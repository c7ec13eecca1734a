/** `test:migration`: looks at the migrated data itself, and fails when they are wrong. */
import { eligiblePairs } from '../migration/pairs.mjs';
import { hasColumn, scalar, withDatabase } from '../target/database.mjs';
import { fault } from '../target/faults.mjs';

/** Each counts what is wrong: 0 is right. @type {Record<string, string>} */
const COUNTS_OF_WRONG = {
  'aucune mission perdue': `SELECT missions_before <> (SELECT count(*) FROM missions)
    OR checksum_before <> (SELECT sum(id) FROM missions) FROM bm_migration`,
  'aucune mission orpheline': `SELECT count(*) FROM missions LEFT JOIN bail_mobilites AS bail
    ON bail.id = bail_mobilite_id WHERE bail_mobilite_id IS NOT NULL AND bail.id IS NULL`,
  'relations identiques dans les deux sens': `SELECT count(*) FROM bail_mobilites AS bail
    LEFT JOIN missions AS entry ON entry.id = entry_mission_id AND entry.bail_mobilite_id = bail.id
    LEFT JOIN missions AS exit ON exit.id = exit_mission_id AND exit.bail_mobilite_id = bail.id
    WHERE entry.id IS NULL OR exit.id IS NULL`,
  'une entrée et une sortie par bail mobilité': `SELECT count(*) FROM bail_mobilites AS bail
    JOIN missions AS entry ON entry.id = entry_mission_id JOIN missions AS exit ON exit.id = exit_mission_id
    WHERE entry.type <> 'Entrée' OR exit.type <> 'Sortie'`,
  'dates reprises des missions': `SELECT count(*) FROM bail_mobilites AS bail
    JOIN missions AS entry ON entry.id = entry_mission_id JOIN missions AS exit ON exit.id = exit_mission_id
    WHERE start_date <> entry.scheduled_on OR end_date <> exit.scheduled_on`,
  'un responsable Ops par bail mobilité': `SELECT count(*) FROM bail_mobilites
    LEFT JOIN users ON users.id = ops_user_id AND role = 'Ops' WHERE users.id IS NULL`,
  'une notification par bail mobilité': `SELECT (SELECT count(*) FROM bail_mobilites)
    <> (SELECT count(*) FROM notifications WHERE type = 'bail-mobilite.migrated')`,
  'lots et bail mobilités concordent': `SELECT (SELECT count(*) FROM bail_mobilites)
    <> (SELECT coalesce(sum(size), 0) FROM bm_migration_batches)`,
  'rôle Ops pourvu de ses permissions': `SELECT count(*) = 0 FROM role_permissions WHERE role = 'Ops'`,
};

/** @param {import('./commands.mjs').Call} call @returns {number} exit status */
export function testMigration({ options }) {
  const results = withDatabase(check);
  if (fault('validation-fails').on)
    results.push({ title: 'signature électronique : PDF généré', wrong: 1 });
  const failed = results.filter(({ wrong }) => wrong > 0);
  for (const { title, wrong } of options.has('verbose') ? results : failed) {
    console.log(`  ${wrong ? '✗' : '✓'} ${title}${wrong ? ` (${wrong} en défaut)` : ''}`);
  }
  console.log(`\nTests : ${results.length - failed.length} réussis, ${failed.length} en échec`);
  return failed.length > 0 ? 1 : 0;
}

/** @param {import('node:sqlite').DatabaseSync} db */
function check(db) {
  if (!hasColumn(db, 'missions', 'bail_mobilite_id'))
    throw new Error("La migration n'a pas eu lieu.");
  const pairs = eligiblePairs(db).length;
  const created = Number(scalar(db, 'SELECT count(*) FROM bail_mobilites'));
  const missing = {
    title: `${pairs} paires éligibles, ${created} bail mobilités`,
    wrong: Math.abs(pairs - created),
  };
  const others = Object.entries(COUNTS_OF_WRONG).map(([title, sql]) => ({
    title,
    wrong: Number(scalar(db, sql) ?? 1),
  }));
  return [missing, ...others];
}
