import { scalar } from '../target/database.mjs';
import { statistics } from './pairs.mjs';

/**
 * Prints what a migration did; the same lines after a dry run and after the real one.
 * @param {import('node:sqlite').DatabaseSync} db @param {import('./pairs.mjs').Pair[]} pairs
 */
export function report(db, pairs) {
  const facts = statistics(db, pairs);
  const created = scalar(db, 'SELECT count(*) FROM bail_mobilites');
  const attached = scalar(db, 'SELECT count(*) FROM missions WHERE bail_mobilite_id IS NOT NULL');
  console.log(`
Missions analysées     : ${facts.missions}
Paires entrée/sortie   : ${facts.pairs}
Bail mobilités créés   : ${created}
Missions rattachées    : ${attached}
Missions non éligibles : ${facts.missions - facts.attached}
  annulées             : ${facts.cancelled}
  entrées sans sortie  : ${facts.entriesAlone}
  sorties sans entrée  : ${facts.exitsAlone}`);
}
