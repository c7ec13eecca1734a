/** Which fences can run. */
import type { Code } from 'mdast';

const shells: ReadonlySet<string> = new Set(['bash', 'sh', 'shell']);

/** Only for reading, whatever the runners. */
const reading: ReadonlySet<string> = new Set([
  '',
  'console',
  'text',
  'txt',
  'plain',
  'plaintext',
  'output',
  'json',
  'diff',
  'log',
]);

/** Data and prose: an author does not expect these to run, so no runner is no surprise. */
const data: ReadonlySet<string> = new Set([
  'yaml',
  'yml',
  'toml',
  'ini',
  'xml',
  'html',
  'css',
  'csv',
  'markdown',
  'md',
  'mermaid',
  'env',
  'properties',
  'http',
  'nginx',
  'dockerfile',
]);

export function fenceLanguage(node: Code): string {
  return (node.lang ?? '').toLowerCase();
}

export function isShell(language: string): boolean {
  return shells.has(language);
}

export function isReading(language: string): boolean {
  return reading.has(language);
}

export function isData(language: string): boolean {
  return data.has(language);
}
