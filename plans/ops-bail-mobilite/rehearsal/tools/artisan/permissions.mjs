/** `permission:sync`: the database's permissions become those of `config/permissions.php`. */
import { readConfig } from '../laravel/source.mjs';
import { transaction, withDatabase } from '../target/database.mjs';

/** @param {import('./commands.mjs').Call} call */
export function syncPermissions({ app }) {
  const roles = Object.entries(readConfig(app).permissions ?? {});
  withDatabase(db =>
    transaction(db, () => {
      db.exec('DELETE FROM role_permissions');
      for (const [role, permissions] of roles) grant(db, role, permissions.split(', '));
    }),
  );
}

/** @param {import('node:sqlite').DatabaseSync} db @param {string} role @param {string[]} permissions */
function grant(db, role, permissions) {
  const insert = db.prepare('INSERT INTO role_permissions (role, permission) VALUES (?, ?)');
  for (const permission of permissions) insert.run(role, permission);
  console.log(`${role} : ${permissions.length} permissions (${permissions.join(', ')})`);
}
