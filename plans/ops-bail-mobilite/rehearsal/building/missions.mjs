/** The missions of the rehearsal: always the same, so that two rehearsals can be compared. */

const FIRST_DAY = Date.UTC(2026, 0, 5);
const STREETS = [
  'rue des Tilleuls',
  'avenue du Port',
  'place du Marché',
  'quai des Brumes',
  'allée du Parc',
];

/** What becomes of each tenant's missions: 220 pairs to migrate, and 60 missions to leave alone. */
const STAYS = [
  { count: 220, types: ['Entrée', 'Sortie'], cancelled: false },
  { count: 25, types: ['Entrée'], cancelled: false },
  { count: 15, types: ['Sortie'], cancelled: false },
  { count: 10, types: ['Entrée', 'Sortie'], cancelled: true },
];

/** @param {number} day from the first */
const date = day => new Date(FIRST_DAY + day * 86_400_000).toISOString().slice(0, 10);

/**
 * @typedef {{ type: string, address: string, tenant: string, scheduled_on: string, status: string }} Mission
 * @returns {Mission[]} 500 of them, in order of date
 */
export function missions() {
  const stays = STAYS.flatMap(({ count, ...stay }) => Array.from({ length: count }, () => stay));
  const all = stays.flatMap((stay, index) => stay.types.map(type => mission(stay, type, index)));
  return all.sort((a, b) => (a.scheduled_on + a.tenant < b.scheduled_on + b.tenant ? -1 : 1));
}

/** @param {{ cancelled: boolean }} stay @param {string} type @param {number} index @returns {Mission} */
function mission({ cancelled }, type, index) {
  const arrival = (index * 37) % 180;
  const day = type === 'Entrée' ? arrival : arrival + 30 + ((index * 13) % 270);
  const past = day < 120 ? 'terminée' : 'à faire';
  return {
    type,
    address: `${1 + ((index * 7) % 90)} ${STREETS[index % STREETS.length]}`,
    tenant: `Locataire ${String(index + 1).padStart(3, '0')}`,
    scheduled_on: date(day),
    status: cancelled ? 'annulée' : past,
  };
}
