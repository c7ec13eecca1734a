/** Real servers on the loopback, closed after each test. */
import http from 'node:http';
import https from 'node:https';
import net, { type AddressInfo } from 'node:net';
import { afterEach } from 'vitest';

const open: net.Server[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map(close));
});

function close(server: net.Server): Promise<void> {
  if (server instanceof http.Server || server instanceof https.Server) server.closeAllConnections();
  return new Promise(resolve => server.close(() => resolve()));
}

function listen(server: net.Server): Promise<number> {
  open.push(server);
  return new Promise(resolve => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

/** @returns its address, without a slash at the end */
export async function serve(handler: http.RequestListener): Promise<string> {
  return `http://127.0.0.1:${await listen(http.createServer(handler))}`;
}

export async function serveTls(
  certificate: { cert: string; key: string },
  handler: http.RequestListener,
): Promise<string> {
  return `https://127.0.0.1:${await listen(https.createServer(certificate, handler))}`;
}

/** A port at which something speaks, but not HTTP; it hangs up after its greeting. */
export async function serveRaw(greeting: string): Promise<string> {
  const greet = (socket: net.Socket) => socket.end(greeting).resume();
  return `http://127.0.0.1:${await listen(net.createServer(greet))}`;
}

/** An address at which nobody listens any more. */
export async function nobody(): Promise<string> {
  const url = await serve(() => {});
  await close(open.pop()!);
  return url;
}

/** Never answers. */
export const silence: http.RequestListener = () => {};
