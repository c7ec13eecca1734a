/** The journal's hash, where outsiders may keep it. */
export const witness = {};
