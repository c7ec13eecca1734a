import http, { type RequestListener } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { ServeFailure } from './failure.ts';
import type { Limits } from './limits.ts';
import type { Place } from './place.ts';
import type { ServeWords } from './types.ts';

export interface Listening {
  port: number;
  /** Takes nobody more; resolves once all have gone, or were cut after `patience` milliseconds. */
  close(patience: number): Promise<void>;
}

/**
 * Listens at every address of a place, all on one port, as far as this machine has them.
 * @throws {ServeFailure} where it cannot.
 */
export async function listen(
  { addresses }: Place,
  port: number,
  answer: RequestListener,
  limits: Limits,
  words: ServeWords,
): Promise<Listening> {
  const crowd = createCrowd(limits.sockets);
  const open = async (address: string, wanted: number) => {
    const server = createServer(answer, limits).on('connection', crowd.join);
    await bound(server, address, wanted);
    return server;
  };
  const [first = '', ...others] = addresses;
  for (let tries = 1; ; tries++) {
    const servers: http.Server[] = [];
    try {
      servers.push(await open(first, port));
      const chosen = (servers[0]!.address() as AddressInfo).port;
      for (const address of others) servers.push(...(await unlessAbsent(open(address, chosen))));
      return { port: chosen, close: patience => closeAll(servers, patience) };
    } catch (error) {
      await closeAll(servers, 0);
      // A free port of one address may be taken at another, by somebody who is not us.
      if (port === 0 && codeOf(error) === 'EADDRINUSE' && tries < mostTries) continue;
      throw failure(error, first, port, words);
    }
  }
}

const mostTries = 10;

function createServer(answer: RequestListener, limits: Limits): http.Server {
  const server = http.createServer(
    {
      maxHeaderSize: limits.headerBytes,
      headersTimeout: limits.request,
      requestTimeout: limits.request,
      keepAliveTimeout: limits.idle,
      connectionsCheckingInterval: Math.min(1000, limits.request),
      keepAlive: true,
      keepAliveInitialDelay: limits.heartbeat,
    },
    answer,
  );
  server.timeout = limits.stall;
  server.maxRequestsPerSocket = limits.requests;
  return server;
}

/** However many addresses there are, no more connections than that in all. */
function createCrowd(most: number) {
  const sockets = new Set<Socket>();
  return {
    join(socket: Socket): void {
      if (sockets.size >= most) return void socket.destroy();
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
    },
  };
}

function bound(server: http.Server, host: string, port: number): Promise<void> {
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen({ host, port }, () => {
      server.off('error', failed);
      done();
    });
  });
}

/** A machine without IPv6 is served without it. */
async function unlessAbsent(opening: Promise<http.Server>): Promise<http.Server[]> {
  try {
    return [await opening];
  } catch (error) {
    if (['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes(codeOf(error))) return [];
    throw error;
  }
}

async function closeAll(servers: readonly http.Server[], patience: number): Promise<void> {
  const closed = servers.map(server => new Promise(done => server.close(done)));
  const late = setTimeout(() => {
    for (const server of servers) server.closeAllConnections();
  }, patience);
  await Promise.all(closed);
  clearTimeout(late);
}

function failure(error: unknown, address: string, port: number, words: ServeWords): unknown {
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return new ServeFailure(words.portTaken(port), words.portRemedy);
    case 'EACCES':
      return new ServeFailure(words.portRefused(port), words.portRemedy);
    case 'EADDRNOTAVAIL':
    case 'EAFNOSUPPORT':
    case 'EINVAL':
      return new ServeFailure(words.badAddress(address), words.addressRemedy);
    default:
      return error;
  }
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException | null)?.code ?? '';
