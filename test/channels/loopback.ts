/** Servers on loopback, each closed with every connection of it when its test ends. */
import fs from 'node:fs';
import type { RequestListener } from 'node:http';
import http from 'node:http';
import https from 'node:https';
import net, { type AddressInfo, type Socket } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Certificate } from './authority.ts';

/** Listens on a port that the system chooses. */
export async function listening(server: net.Server): Promise<number> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket.on('error', () => {}));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise(resolve => server.close(resolve));
  });
  return (server.address() as AddressInfo).port;
}

/** Whatever speaks on a bare connection. */
export function rawServer(talk: (socket: Socket) => void): Promise<number> {
  return listening(net.createServer({ allowHalfOpen: true }, talk));
}

export async function webServer(answer: RequestListener): Promise<string> {
  return `http://127.0.0.1:${await listening(http.createServer(answer))}`;
}

export async function secureWebServer(own: Certificate, answer: RequestListener): Promise<string> {
  const server = https.createServer(own, answer).on('tlsClientError', () => {});
  return `https://127.0.0.1:${await listening(server)}`;
}

/** A port on which nobody listens. */
export async function deadPort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise(resolve => server.close(resolve));
  return port;
}

/** A folder that goes with its test. */
export function folder(): string {
  const made = fs.mkdtempSync(path.join(os.tmpdir(), 'bascule-channels-'));
  onTestFinished(() => fs.rmSync(made, { recursive: true, force: true }));
  return made;
}

/** A file that goes with its test. */
export function fileOf(text: string): string {
  const file = path.join(folder(), 'file');
  fs.writeFileSync(file, text);
  return file;
}
