/** What an observer reads of whoever drives. */
export const watching = {};
