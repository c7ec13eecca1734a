import { createDoorkeeper } from './admission.ts';
import { answering } from './answering.ts';
import { createEditions, type Editions } from './editions.ts';
import { usualLimits } from './limits.ts';
import { listen } from './listen.ts';
import { namesOf, placeOf } from './place.ts';
import { createStreams, type Streams } from './streams.ts';
import { tokenFor } from './token.ts';
import type { OpenServer, ServerOptions } from './types.ts';

/**
 * Shows one page, read-only, to whoever may see it, and tells when it has changed. However many come, and however
 * slowly they read, it is made once at a time, and what they take is bounded (`limits.ts`).
 * @throws {ServeFailure} when it cannot listen there, or the token is none.
 */
export async function openServer(options: ServerOptions): Promise<OpenServer> {
  const { words } = options;
  const limits = { ...usualLimits, ...options.limits };
  const place = await placeOf(options.host, words);
  const token = tokenFor(options.token, place.loopback, words);
  const ending = new AbortController();
  const editions = createEditions(options.page, limits);
  const streams = createStreams(limits);
  const news = createNews(editions, streams);
  const answer = answering({
    editions,
    door: createDoorkeeper(token, limits, ending.signal),
    stream(response, known) {
      const opened = streams.open(response, known);
      news.spread();
      return opened;
    },
    names: place.loopback ? namesOf(place) : null,
    limits,
    words,
  });
  const listening = await listen(place, options.port, answer, limits, words);
  const beating = setInterval(streams.beat, limits.heartbeat);
  const unsubscribe = options.subscribe(() => {
    editions.outdate();
    news.spread();
  });
  const { port } = listening;
  return {
    url: `http://${place.name}:${port}/`,
    port,
    loopback: place.loopback,
    token,
    close() {
      unsubscribe();
      clearInterval(beating);
      news.stop();
      ending.abort();
      streams.end();
      return listening.close(limits.farewell);
    },
  };
}

/** Has the page made for those who are told of news, and tells them: a burst of news is told once. */
function createNews(editions: Editions, streams: Streams) {
  let waiting: NodeJS.Timeout | null = null;
  let stopped = false;
  const tell = async (): Promise<void> => {
    try {
      const { version } = await editions.current();
      streams.tell(version);
    } catch {
      // Whoever asks for the page is told why there is none; it is tried again, at the same pace.
    }
    waiting = null;
    if (editions.isOutdated()) spread();
  };
  const spread = (): void => {
    if (stopped || waiting || streams.count() === 0) return;
    const delay = editions.isOutdated() ? editions.due() : 0;
    waiting = setTimeout(() => void tell(), delay);
  };
  return {
    spread,
    stop() {
      stopped = true;
      if (waiting) clearTimeout(waiting);
    },
  };
}
