/**
 * Fills the database of v0.9.0, whose tables are made: users, 500 missions, their notifications, a
 * queue with work in it. Run as a script: `node:sqlite` may need a flag.
 */
import { DatabaseSync } from 'node:sqlite';
import { missions } from './missions.mjs';

const ROLES = { Admin: 2, Ops: 6, Checker: 12 };
const CREATED = '2026-01-01T00:00:00.000Z';
const WAITING = 12;

/** @param {DatabaseSync} db @param {string} table @param {Record<string, string | number | null>} row @returns {number} its id */
function insert(db, table, row) {
  const columns = Object.keys(row);
  const marks = columns.map(() => '?').join(', ');
  const statement = db.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${marks})`);
  return Number(statement.run(...Object.values(row)).lastInsertRowid);
}

/** @param {DatabaseSync} db @returns {number[]} ids of the checkers */
function insertUsers(db) {
  const people = Object.entries(ROLES).flatMap(([role, count]) =>
    Array.from({ length: count }, (_, index) => ({ role, index })),
  );
  const ids = people.map(({ role, index }) =>
    insert(db, 'users', {
      name: `${role} ${index + 1}`,
      email: `${role.toLowerCase()}${index + 1}@example.org`,
      role,
      created_at: CREATED,
    }),
  );
  return ids.slice(-ROLES.Checker);
}

/** The last few notifications are still in the queue. @param {DatabaseSync} db @param {number[]} checkers */
function insertMissions(db, checkers) {
  for (const [index, mission] of missions().entries()) {
    const user = checkers[index % checkers.length] ?? 0;
    const id = insert(db, 'missions', { ...mission, assigned_to: user, created_at: CREATED });
    const waiting = index >= 500 - WAITING;
    const notification = {
      user_id: user,
      type: 'mission.assigned',
      subject_id: id,
      created_at: CREATED,
    };
    const sent = insert(db, 'notifications', {
      ...notification,
      sent_at: waiting ? null : CREATED,
    });
    if (waiting)
      insert(db, 'jobs', {
        queue: 'default',
        payload: JSON.stringify({ notifications: [sent] }),
        created_at: CREATED,
      });
  }
}

const db = new DatabaseSync(process.argv[2] ?? '');
db.exec('PRAGMA journal_mode = WAL; BEGIN');
insertMissions(db, insertUsers(db));
db.exec('COMMIT');
db.close();
