/** The section of lessons at the end of a plan: the plan reads as before, whatever its end is like. */
import { describe, expect, it } from 'vitest';
import { compile } from '../../../src/plan/compile.ts';
import { withSection } from '../../../src/report/improvement/section.ts';

const plan = `# Mise en production

## Chronologie

### Jour J

- [ ] **06:00** - Sauvegarde
  \`\`\`bash
  ./sauver.sh
  \`\`\`
- [ ] **06:10** - Relecture
`;

const lesson = {
  headings: ["Retour d'expérience", 'Lessons learned'],
  parts: [
    { title: '2026-12-01, production (run-1)', intro: '' },
    { title: '2026-12-01', intro: 'Exécution run-1.' },
  ],
  items: ['06:30 le disque est petit', 'le café aussi'],
};

const part = `### 2026-12-01, production (run-1)

- 06:30 le disque est petit
- le café aussi
`;

const scriptsOf = (source: string) =>
  compile(source, { path: '' }).plan.stages.flatMap(({ phases }) =>
    phases.flatMap(({ steps }) => steps.map(({ id, commands }) => [id, commands[0]?.script])),
  );

it('is made where there is none', () => {
  expect(withSection(plan, lesson)).toBe(`${plan}\n## Retour d'expérience\n\n${part}`);
});

it('is the longer by a part with each run, in either language', () => {
  const once = withSection(plan, lesson)!;
  expect(withSection(once, lesson)).toBe(`${once}\n${part}`);
  const english = once.replace("Retour d'expérience", 'LESSONS LEARNED');
  expect(withSection(english, lesson)).toBe(`${english}\n${part}`);
});

it('grows at its own end where other sections follow it', () => {
  const first = "\n## Retour d'expérience\n\nÀ lire avant la suivante.\n";
  const rest = '\n## Contacts\n\n- **Direction** : poste 1\n';
  const source = plan + first + rest;
  expect(withSection(source, lesson)).toBe(`${plan}${first}\n${part}\n${rest.trimStart()}`);
});

it('is no part of the last section of a plan whose sections are of the first level', () => {
  const flat = `# Chronologie\n\n## Jour J\n\n- [ ] 06:00 Une\n\n# Procédure de rollback\n\n1. Revenir\n`;
  const after = withSection(flat, lesson)!;
  expect(after).toBe(`${flat}\n# Retour d'expérience\n\n${part.replace('###', '##')}`);
  expect(compile(after, { path: '' }).plan.rollback!.steps).toHaveLength(1);
});

it('says less in its heading where that would announce a section', () => {
  const parts = [{ title: '2026-12-01, rollback (run-1)', intro: '' }, lesson.parts[1]!];
  expect(withSection(plan, { ...lesson, parts })).toBe(
    `${plan}\n## Retour d'expérience\n\n### 2026-12-01\n\nExécution run-1.\n\n${part.split('\n\n')[1]}`,
  );
});

describe('a document that ends', () => {
  it.each([
    ['without a line feed', plan.trimEnd()],
    ['with many', `${plan}\n\n\n`],
    ['with Windows line ends', plan.replaceAll('\n', '\r\n')],
    ['in a paragraph', `${plan}\n## Notes\n\nÀ suivre`],
    ['in a table', `${plan}\n| a | b |\n|---|---|\n| c | d |`],
    ['in a fence left open', `${plan}\n## Annexes\n\n\`\`\`text\nla fin`],
    ['in a long fence left open', `${plan}\n## Annexes\n\n\`\`\`\`text\n\`\`\`\nla fin\n`],
    ['in another fence left open', `${plan}\n## Annexes\n\n~~~text\nla fin\n`],
    ['in a comment left open', `${plan}\n<!-- la fin`],
    ['in a HTML block', `${plan}\n<div>\nla fin`],
    ['in the open fence of a step', `${plan}  \`\`\`bash\n  ./relire.sh`],
    ['in the open fence of a step, and a line feed', `${plan}  \`\`\`bash\n  ./relire.sh\n`],
  ])('%s', (_, source) => {
    const after = withSection(source, lesson)!;
    expect(after).toContain('le café aussi');
    expect(scriptsOf(after)).toEqual(scriptsOf(source));
    const twice = withSection(after, lesson)!;
    expect(twice.match(/le café aussi/g)).toHaveLength(2);
    expect(twice.match(/Retour d'expérience/g)).toHaveLength(1);
    const ends = new Set(twice.match(/\r\n|\r|\n/g));
    expect(ends).toEqual(new Set([source.includes('\r') ? '\r\n' : '\n']));
  });
});

it('is left out where nothing can close what is open', () => {
  expect(withSection(`${plan}\n<script>\nla fin`, lesson)).toBeNull();
});
