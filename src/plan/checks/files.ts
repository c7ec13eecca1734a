import type { Report } from '../diagnostics/reporter.ts';
import type { Link } from '../types.ts';

/** Links to files that are not there. */
export function checkFiles(links: readonly Link[], report: Report): void {
  for (const link of links.filter(({ exists }) => exists === false)) {
    report(
      'missing-file',
      link,
      { url: link.url },
      { length: link.text.length + link.url.length + 4 },
    );
  }
}
