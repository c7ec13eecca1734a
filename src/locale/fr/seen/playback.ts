/** A run that plays again. */
export const playback = {};
