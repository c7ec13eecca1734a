/** Where a job's output stands in the page: an anchor, whatever the job is called. */
export function outputId(job: string): string {
  return `output-${job.replace(/[^\w-]/g, char => `_${char.codePointAt(0)!.toString(16)}`)}`;
}
