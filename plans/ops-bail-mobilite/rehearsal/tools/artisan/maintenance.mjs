import { enterMaintenance, leaveMaintenance, maintenance } from '../laravel/maintenance.mjs';

/** @param {import('./commands.mjs').Call} call */
function down({ app, options }) {
  if (maintenance(app)) console.log('Application is already down.');
  const retry = Number(options.get('retry')) || null;
  enterMaintenance(app, { message: options.get('message') ?? '', retry });
  console.log('Application is now in maintenance mode.');
}

/** @param {import('./commands.mjs').Call} call */
function up({ app }) {
  if (!maintenance(app)) return console.log('Application is already up.');
  leaveMaintenance(app);
  console.log('Application is now live.');
}

export const maintenanceCommands = {
  down: { options: ['message', 'retry', 'allow'], run: down },
  up: { options: [], run: up },
};
