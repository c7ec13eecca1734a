import type { ServerResponse } from 'node:http';
import type { Limits } from './limits.ts';

/** Those who are told when the page has changed. */
export interface Streams {
  count(): number;
  /**
   * Begins a stream. @param known the version that its reader has already; '' for none.
   * @returns false, with nothing written, when there are as many as may be.
   */
  open(response: ServerResponse, known: string): boolean;
  /** Tells everybody which version there is; whoever is behind hears of the newest alone. */
  tell(version: string): void;
  /** A sign of life. */
  beat(): void;
  /** The last word. */
  end(): void;
}

interface Stream {
  response: ServerResponse;
  /** What its reader was told last. */
  told: string;
}

export function createStreams(limits: Limits): Streams {
  const streams = new Set<Stream>();
  let newest = '';
  const offer = (stream: Stream): void => {
    const { response, told } = stream;
    if (newest === '' || told === newest || response.writableNeedDrain) return;
    stream.told = newest;
    response.write(`id: ${newest}\ndata: ${newest}\n\n`);
  };
  return {
    count: () => streams.size,
    open(response, known) {
      if (streams.size >= limits.streams) return false;
      const stream = { response, told: known };
      streams.add(stream);
      response.on('close', () => streams.delete(stream));
      response.on('drain', () => offer(stream));
      response.writeHead(200, { 'Content-Type': 'text/event-stream' });
      response.write(`retry: ${limits.retry}\n\n`);
      offer(stream);
      return true;
    },
    tell(version) {
      newest = version;
      streams.forEach(offer);
    },
    beat() {
      for (const { response } of streams) if (!response.writableNeedDrain) response.write(':\n\n');
    },
    end() {
      for (const { response } of streams) response.end('event: end\ndata: \n\n');
      streams.clear();
    },
  };
}
