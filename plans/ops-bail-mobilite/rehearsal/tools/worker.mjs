/** A queue worker: takes the jobs of the queue one by one and sends the notifications they name. */
import { scalar, transaction, withDatabase } from './target/database.mjs';
import { endWithTarget } from './target/lifetime.mjs';

const POLL_MS = 200;

/** @param {import('node:sqlite').DatabaseSync} db @returns {string | undefined} what was done */
function workOnce(db) {
  if (!scalar(db, 'SELECT 1 FROM jobs LIMIT 1')) return undefined;
  return transaction(db, () => {
    const job = db.prepare('SELECT id, payload FROM jobs ORDER BY id LIMIT 1').get();
    if (!job) return undefined;
    const { notifications } = JSON.parse(String(job.payload));
    const send = db.prepare('UPDATE notifications SET sent_at = ? WHERE id = ?');
    for (const id of notifications) send.run(new Date().toISOString(), id);
    db.prepare('DELETE FROM jobs WHERE id = ?').run(job.id);
    return `job ${job.id}: ${notifications.length} notification(s) sent`;
  });
}

function poll() {
  try {
    const done = withDatabase(workOnce);
    if (done) console.log(`${new Date().toISOString()} ${done}`);
  } catch (error) {
    console.error(`${new Date().toISOString()} ${error.message}`);
  }
}

setInterval(poll, POLL_MS);
endWithTarget();
