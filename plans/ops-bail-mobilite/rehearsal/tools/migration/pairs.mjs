/** Which missions become a bail mobilité: an entry and the exit of the same tenant from the same address. */

/**
 * @typedef {object} Pair
 * @property {number} entry id of the entry mission
 * @property {number} exit id of the exit mission
 * @property {string} address
 * @property {string} tenant
 * @property {string} start `YYYY-MM-DD`
 * @property {string} end
 * @property {'affecté' | 'en cours' | 'terminé'} status
 */

const PAIRS = `
  SELECT entry.id AS entry, exit.id AS exit, entry.address, entry.tenant,
    entry.scheduled_on AS start, exit.scheduled_on AS end,
    CASE WHEN exit.status = 'terminée' THEN 'terminé'
      WHEN entry.status = 'terminée' THEN 'en cours' ELSE 'affecté' END AS status
  FROM missions AS entry
  JOIN missions AS exit ON exit.tenant = entry.tenant AND exit.address = entry.address
    AND exit.type = 'Sortie' AND exit.status <> 'annulée' AND exit.scheduled_on >= entry.scheduled_on
  WHERE entry.type = 'Entrée' AND entry.status <> 'annulée'
  ORDER BY entry.id`;

/** Every eligible pair, migrated or not, in the order of migration. @param {import('node:sqlite').DatabaseSync} db @returns {Pair[]} */
export function eligiblePairs(db) {
  return /** @type {any} */ (db.prepare(PAIRS).all());
}

/**
 * What the migration will do, or did.
 * @param {import('node:sqlite').DatabaseSync} db @param {Pair[]} pairs
 */
export function statistics(db, pairs) {
  const paired = new Set(pairs.flatMap(pair => [pair.entry, pair.exit]));
  const missions = db.prepare('SELECT id, type, status FROM missions').all();
  const left = missions.filter(mission => !paired.has(Number(mission.id)));
  const count = test => left.filter(test).length;
  return {
    missions: missions.length,
    pairs: pairs.length,
    attached: paired.size,
    cancelled: count(mission => mission.status === 'annulée'),
    entriesAlone: count(mission => mission.status !== 'annulée' && mission.type === 'Entrée'),
    exitsAlone: count(mission => mission.status !== 'annulée' && mission.type === 'Sortie'),
  };
}
