import {
  cacheConfig,
  cacheRoutes,
  cacheViews,
  clearConfig,
  clearRoutes,
  clearViews,
} from '../laravel/caches.mjs';

/** @param {(app: string) => void} work @param {string} said */
function command(work, said) {
  /** @param {import('./commands.mjs').Call} call */
  const run = ({ app }) => {
    work(app);
    console.log(said);
  };
  return { options: [], run };
}

/** @param {string} app */
function clearAll(app) {
  clearConfig(app);
  clearRoutes(app);
  clearViews(app);
}

export const cacheCommands = {
  'config:cache': command(cacheConfig, 'Configuration cached successfully!'),
  'config:clear': command(clearConfig, 'Configuration cache cleared!'),
  'route:cache': command(cacheRoutes, 'Routes cached successfully!'),
  'route:clear': command(clearRoutes, 'Route cache cleared!'),
  'view:cache': command(cacheViews, 'Blade templates cached successfully!'),
  'view:clear': command(clearViews, 'Compiled views cleared!'),
  'optimize:clear': command(clearAll, 'Caches cleared successfully!'),
};
