/** Rows of one part of a sheet. */
export interface Block {
  rows: string[];
  /** Index of the row that must stay in sight; 0 when none matters. */
  cursor: number;
}
