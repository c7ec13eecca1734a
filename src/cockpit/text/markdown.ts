/** Markdown as plain text for reading in a terminal: the words stay, the signs go. */
import { wrap } from './fit.ts';

function plainLine(line: string): string {
  return line
    .replace(/<!--.*?-->/g, '')
    .replace(/!?\[([^\]]+)\]\(([^)]+)\)/g, '$1 ($2)')
    .replace(/(\*\*|__)(.+?)\1/g, '$2')
    .replace(/^(\s*)#{1,6}\s+/, '$1')
    .replace(/\\([\\`*_{}[\]()#+\-.!|])/g, '$1');
}

/** Rows of at most `width` cells. Code keeps its lines; a continued line keeps its indentation. */
export function readableRows(markdown: string, width: number): string[] {
  let code = false;
  return markdown.split(/\r?\n/).flatMap(line => {
    if (/^\s*(```|~~~)/.test(line)) {
      code = !code;
      return [''];
    }
    const text = (code ? `    ${line}` : plainLine(line)).replaceAll('\t', '    ').trimEnd();
    const indent = /^\s*(?:[-*]\s+(?:\[[ x]\]\s+)?|\d+\.\s+)?/.exec(text)![0].length;
    const [first = '', ...rest] = wrap(text.slice(indent), Math.max(20, width - indent));
    return [text.slice(0, indent) + first, ...rest.map(row => ' '.repeat(indent) + row)];
  });
}
