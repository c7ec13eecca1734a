/** What any number of readers, slow or hostile, may take: milliseconds, bytes, or a count. */
export interface Limits {
  /** Between two makings of the page. */
  pace: number;
  /** The same, in times that the last making took: a page that is hard to make leaves the machine to others. */
  ease: number;
  /** At most, however many older pages are still on their way. */
  slowestPace: number;
  /** Between two signs of life on a stream without news. */
  heartbeat: number;
  /** A connection on which nothing moves. */
  stall: number;
  /** One whole page, however slowly it is taken. */
  answer: number;
  /** The request itself, and its headers. */
  request: number;
  /** A connection kept for the next request. */
  idle: number;
  /** What a stream waits for before it comes back, once cut. */
  retry: number;
  /** From the last word to the end of every connection. */
  farewell: number;
  /** After a wrong token, before the next one from there is looked at. */
  penalty: number;
  /** Tokens from one address that wait to be looked at. */
  waiting: number;
  headerBytes: number;
  streams: number;
  sockets: number;
  /** Requests on one connection. */
  requests: number;
}

export const usualLimits: Limits = {
  pace: 1000,
  ease: 4,
  slowestPace: 16_000,
  heartbeat: 15_000,
  stall: 30_000,
  answer: 60_000,
  request: 10_000,
  idle: 65_000,
  retry: 3000,
  farewell: 1000,
  penalty: 500,
  waiting: 8,
  headerBytes: 8192,
  streams: 64,
  sockets: 256,
  requests: 1000,
};
