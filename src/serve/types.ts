/** What is served, where, to whom, and within which bounds. */
import type { CliWords } from '../locale/cli.ts';
import type { Limits } from './limits.ts';

export type ServeWords = CliWords['serve'];

/** The page as it stands. */
export interface Page {
  /** Another one for every change that readers should see; letters, digits, `.`, `:`, `_` and `-` only. */
  version: string;
  html: string;
  /** The same as data, made only when somebody asks. */
  json(): string;
}

export interface ServerOptions {
  /** Makes the page anew; never called again before it has answered. */
  page(): Promise<Page>;
  /** Calls back when the page would be another one. Returns the way to stop. */
  subscribe(listener: () => void): () => void;
  /** Address or name to listen on; this machine only when undefined. */
  host: string | undefined;
  /** 0 for any that is free. */
  port: number;
  /** Demanded of every reader; null for none, which only this machine's own addresses allow. */
  token: string | null;
  words: ServeWords;
  /** For tests, which have less patience. */
  limits?: Partial<Limits>;
}

export interface OpenServer {
  /** `http://localhost:8000/`, without the token. */
  url: string;
  port: number;
  /** Can only this machine reach it? */
  loopback: boolean;
  /** What readers must show; null when nothing is asked of them. */
  token: string | null;
  /** Tells the readers that this is the end, and lets everything go. */
  close(): Promise<void>;
}
