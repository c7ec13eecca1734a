/** `node:sqlite` is behind a flag in the oldest Node that Bascule supports; later ones accept the flag. */
export const NODE_FLAGS = ['--experimental-sqlite', '--disable-warning=ExperimentalWarning'];
