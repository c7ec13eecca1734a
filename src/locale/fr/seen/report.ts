/** The report's headings and labels. */
export const report = {};
