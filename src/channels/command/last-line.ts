/** The last line that a command printed, on either stream. */
import type { Readable } from 'node:stream';

/** Characters that are kept of what may be an endless output. */
const kept = 4096;

/** Reads on until the streams end; the answer is what stands last when it is asked for, '' of nothing. */
export function lastLineOf(streams: readonly Readable[]): () => string {
  let text = '';
  for (const stream of streams) {
    stream.setEncoding('utf8');
    stream.on('data', (chunk: string) => {
      text = (text + chunk).slice(-kept);
    });
  }
  return () => text.split(/[\r\n]/).findLast(line => line.trim() !== '') ?? '';
}
