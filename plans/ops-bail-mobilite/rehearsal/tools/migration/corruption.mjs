/** What the fault `data-corrupted` leaves behind: the migration ends well, its data are wrong. */
import { transaction, withDatabase } from '../target/database.mjs';

export function corrupt() {
  withDatabase(
    db =>
      transaction(db, () =>
        db.exec(`
    UPDATE missions SET bail_mobilite_id = bail_mobilite_id + 9000
      WHERE id IN (SELECT id FROM missions WHERE bail_mobilite_id IS NOT NULL ORDER BY id LIMIT 7);
    DELETE FROM missions WHERE id = (SELECT max(id) FROM missions WHERE bail_mobilite_id IS NULL);
  `),
      ),
    { foreignKeys: false },
  );
}
