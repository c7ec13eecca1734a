/** The processes of the supervisor's group `laravel-worker`. */
export const WORKERS = ['laravel-worker_00', 'laravel-worker_01'];
