/** The journal's hash, where outsiders may keep it. */
export const witness = {
  /** The last line of a message. */
  line: (hash: string, seq: number) => `Journal : ${hash} (fait ${seq})`,
  /** Of the entry that opened the look at a checkpoint. */
  opened: (hash: string, seq: number) => `Journal avant cette décision : ${hash} (fait ${seq})`,
  decided: (hash: string, seq: number) => `Journal à cette décision : ${hash} (fait ${seq})`,
  /** A sentence of the journal, with the hash of its entry. */
  sealed: (sentence: string, hash: string) => `${sentence} · journal ${hash}`,
};
