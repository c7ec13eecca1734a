/** The report in Markdown, read back by the parser that plans are read with. */
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toString as textOf } from 'mdast-util-to-string';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import { fenced, plain } from '../../src/report/markdown/text.ts';
import { markdownOf } from '../../src/report/markdown.ts';
import { emptyReport, hostileReport, sampleReport } from './sample.ts';

const parse = (text: string) =>
  fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });

type Node = ReturnType<typeof parse> | ReturnType<typeof parse>['children'][number];

function all(node: Node, type: string): Node[] {
  const inside = 'children' in node ? node.children.flatMap(child => all(child as Node, type)) : [];
  return node.type === type ? [node, ...inside] : inside;
}

const headings = (text: string) => all(parse(text), 'heading').map(node => textOf(node));

describe('a report', () => {
  const text = markdownOf(sampleReport());

  test('has the sections of the page, in their order', () => {
    const tops = all(parse(text), 'heading').filter(node => 'depth' in node && node.depth === 2);
    expect(tops.map(node => textOf(node))).toEqual([
      'Déroulé',
      'Où est passé le temps',
      'Face à la répétition du mardi 24 novembre 2026 (staging, 2026-11-24-staging-11c0)',
      'Points de contrôle',
      'Décisions',
      'Échecs et issues inconnues',
      'Commandes modifiées',
      'Messages',
      'Mesures',
      'Prérequis',
      'Appels',
      'Notes',
      'Ce que le plan doit retenir',
      'Chronologie',
      'Sorties des commandes',
    ]);
  });

  test('tells the outcome, the figures, the decisions', () => {
    expect(text).toContain('**Revenu à la version précédente**');
    expect(text).toContain('| Coupure du service | 3 h 05 | 2 h 08 |');
    expect(text).toContain(
      '- 09:14:00 astreinte@bastion **NO-GO à 5.2 Contrôle final** — « taux d’erreur à 4 % »',
    );
    expect(text).toContain(
      '| 3.2 | Migrations de base | 07:15–07:25 | 07:19–07:24 (en échec), 07:31–07:37 |',
    );
  });

  test('keeps both ends of a long output, and says so', () => {
    expect(text).toContain('lot 001/120');
    expect(text).toContain('lot 120/120');
    expect(text).not.toContain('lot 060/120');
    expect(text).toContain('⋯ la suite est dans le rapport HTML');
  });

  test('carries the patches as they are', () => {
    const codes = all(parse(text), 'code').map(node => ('value' in node ? node.value : ''));
    const { improvement, amendments } = sampleReport();
    expect(codes).toContain(improvement.patch!.replace(/\n$/, ''));
    expect(codes).toContain(amendments[0]!.diff.replace(/\n$/, ''));
  });

  test('in English', () => {
    const english = markdownOf(sampleReport({ language: 'en' }));
    expect(english).toContain('## Where the time went');
    expect(english).toContain('| Outage of the service | 3 h 05 | 2 h 08 |');
  });

  test('of a run that has barely begun says what is empty', () => {
    const empty = markdownOf(emptyReport());
    expect(empty).toContain('Aucune décision.');
    expect(empty).not.toMatch(/NaN|undefined|\n\n\n/);
  });
});

describe('what comes from outside is text', () => {
  test('a hostile report has the structure of the same without', () => {
    const hostile = markdownOf(hostileReport());
    const tree = parse(hostile);
    for (const type of ['image', 'linkReference', 'footnoteReference']) {
      expect(all(tree, type), type).toEqual([]);
    }
    const calm = parse(markdownOf(sampleReport()));
    const written = (root: Node) => all(root, 'html').map(node => 'value' in node && node.value);
    expect(written(tree)).toEqual(written(calm));
    for (const type of ['heading', 'table', 'tableRow', 'tableCell', 'list', 'code']) {
      expect(all(tree, type), type).toHaveLength(all(calm, type).length);
    }
    expect(headings(hostile)[0]).toContain('</script>');
  });

  test('any line of text is read back as it was', () => {
    const unit = fc.constantFrom(
      ...'ab1 .,:/#*_-+=>`~|[]()<!&;\\"\'@$^'.split(''),
      'http://',
      'www.',
      '1. ',
      'a@b.fr',
      '&amp;',
      '<br>',
      '---',
      '![x](y)',
    );
    fc.assert(
      fc.property(fc.string({ unit, minLength: 1 }), text => {
        const given = text.replace(/\s+/g, ' ').trim();
        const [node, ...others] = parse(`x ${plain(text)}`).children;
        expect(others).toEqual([]);
        expect(textOf(node)).toBe(`x ${given}`.trim());
        const item = parse(`- ${plain(text)}`);
        expect(textOf(item)).toBe(given);
        expect(all(item, 'paragraph').length).toBeLessThanOrEqual(1);
        for (const type of ['html', 'emphasis', 'strong', 'delete', 'inlineCode', 'heading']) {
          expect(all(item, type), type).toEqual([]);
        }
        // An address may become a link, but to what it says.
        for (const link of all(item, 'link')) {
          const said = textOf(link);
          const url = 'url' in link ? link.url : '';
          expect([said, `mailto:${said}`, `http://${said}`]).toContain(url);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('no output closes its fence', () => {
    const unit = fc.constantFrom('`', '``', '```', '~~~', '\n', ' ', 'a', '<');
    fc.assert(
      fc.property(fc.string({ unit }), text => {
        const { children } = parse(fenced(text));
        expect(children).toHaveLength(1);
        expect(children[0]).toMatchObject({ type: 'code', value: text.replace(/\n$/, '') });
      }),
      { numRuns: 500 },
    );
  });
});
