/** The document around the report: one file that asks for nothing, under a policy that would refuse it. */
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { type Reading, secondText } from '../reading.ts';
import { liveScript } from './live-script.ts';
import { html, type Markup, nothing, trusted } from './markup.ts';
import { pageScript } from './page-script.ts';
import { patterns } from './patterns.ts';
import { style } from './style.ts';

export interface Page {
  /** What stands in `<main>`: each has an id of its own. */
  parts: readonly Markup[];
  foot: Markup;
  /** Served, and kept fresh by `events`. */
  live: boolean;
}

export function pageOf(reading: Reading, { parts, foot, live }: Page): string {
  const { report, said } = reading;
  const title = said.page.title(report.run.title, report.run.environment);
  const scripts = live ? [liveScript, pageScript] : [pageScript];
  return html`<!DOCTYPE html>
<html lang="${report.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(scripts, live)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="${report.generated.program}">
<title>${title}</title>
<style>${trusted(style)}</style>
${live ? trusted('<noscript><meta http-equiv="refresh" content="15"></noscript>') : nothing}
</head>
<body>
<a class="skip" href="#main">${said.page.skip}</a>
${live ? bannerOf(reading) : nothing}
${patterns}
<main id="main" tabindex="-1">
${parts}
</main>
<footer>
${foot}
</footer>
${scripts.map(script => html`<script>${trusted(script)}</script>`)}
</body>
</html>
`.markup;
}

/** Hashes instead of `unsafe-inline`: whatever gets into the page does not run. */
function policy(scripts: readonly string[], live: boolean): string {
  return [
    "default-src 'none'",
    `style-src '${hashOf(style)}'`,
    `script-src ${scripts.map(script => `'${hashOf(script)}'`).join(' ')}`,
    'img-src data:',
    ...(live ? ["connect-src 'self'"] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

const hashes = new Map<string, string>();

function hashOf(text: string): string {
  const known = hashes.get(text);
  if (known !== undefined) return known;
  const made = `sha256-${btoa(String.fromCharCode(...sha256(utf8ToBytes(text))))}`;
  hashes.set(text, made);
  return made;
}

/** How fresh the data is, and whether more is to come. */
function bannerOf({ said, ...reading }: Reading): Markup {
  const { fresh, on, lost } = said.page.live;
  const time = secondText({ said, ...reading }, reading.report.generated.at);
  return html`<header class="live" data-on="${on}" data-lost="${lost}"><span class="fresh">${fresh(time)}</span>, <span role="status">${on}</span></header>`;
}
