/** What the environment says of what surrounds the commands. */
import type { Around } from './types.ts';

/** An environment without channels, probes or people. */
export const nothingAround: Around = {
  channels: {},
  probes: {},
  prerequisites: 'optional',
  approvals: 'optional',
  approvers: {},
};
