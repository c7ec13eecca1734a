/** Servers on loopback: one that answers, one that says nothing, one that is not there yet. */
import { createServer } from 'node:http';
import { type AddressInfo, createServer as createSocketServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

export interface HookServer {
  port: number;
  /** Every body that was posted to it. */
  bodies: string[];
}

/** Answers `ok` to everything, on this port; 0 for any. */
export async function hookServer(port = 0): Promise<HookServer> {
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    void text(request).then(body => {
      bodies.push(body);
      response.end('ok');
    });
  });
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, bodies };
}

/** Accepts whoever comes, and never says a word. */
export async function silentServer(): Promise<number> {
  const server = createSocketServer(socket => {
    socket.on('error', () => {});
    onTestFinished(() => void socket.destroy());
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

/** A port where nothing listens, and where something may later. */
export async function deadPort(): Promise<number> {
  const server = createSocketServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>(resolve => server.close(() => resolve()));
  return port;
}
