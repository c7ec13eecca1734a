/** One real Chromium per test file, that may ask nobody anything. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe } from 'vitest';

const found = spawnSync('sh', ['-c', 'command -v chromium'], { encoding: 'utf8' }).stdout.trim();

/** What `bash .ci/run` sets: a browser that is not there is a failure, not a reason to skip. */
const isRequired = process.env.BASCULE_BROWSER === 'required';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface Opened {
  page: Page;
  /** What the page tried to fetch, beside itself. */
  requests: string[];
  /** Errors of scripts, of the console, of the policy. */
  troubles: string[];
}

export interface InBrowser {
  /** A page made of this text, opened as a file, in a context of its own. */
  open(text: string, options?: BrowserContextOptions): Promise<Opened>;
  /** A page that is served. */
  visit(url: string, options?: BrowserContextOptions): Promise<Opened>;
}

/** Tests that need a browser; loudly skipped where there is none, unless one is required. */
export function inBrowser(name: string, tests: (browser: InBrowser) => void): void {
  const isMissing = found === '' && !isRequired;
  if (isMissing) process.stderr.write(`\nNO CHROMIUM IN PATH: "${name}" IS NOT TESTED\n`);
  describe.skipIf(isMissing)(`${name}`, () => {
    let browser: Browser;
    let folder: string;
    beforeAll(async () => {
      if (found === '') throw new Error('no chromium in PATH, and BASCULE_BROWSER=required');
      folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bascule-page-'));
      // Playwright gives it an empty user folder of its own, and removes it.
      browser = await chromium.launch({ executablePath: found, args: flags });
    });
    afterAll(async () => {
      await browser?.close();
      if (folder) fs.rmSync(folder, { recursive: true, force: true });
    });
    let count = 0;
    tests({
      open: async (text, options) => {
        count += 1;
        const file = path.join(folder, `page-${count}.html`);
        fs.writeFileSync(file, text);
        return visit(browser, `file://${file}`, options);
      },
      visit: (url, options) => visit(browser, url, options),
    });
  });
}

async function visit(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const requests: string[] = [];
  const troubles: string[] = [];
  page.on('console', message => {
    if (message.type() === 'error' || message.type() === 'warning') troubles.push(message.text());
  });
  page.on('pageerror', error => troubles.push(String(error)));
  page.on('request', request => {
    if (request.url() !== url) requests.push(request.url());
  });
  await page.goto(url);
  return { page, requests, troubles };
}
