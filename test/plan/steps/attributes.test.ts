import { describe, expect, it } from 'vitest';
import { compiled, firstStep, onDay, said } from '../write.ts';

const fence = (info: string) => `- [ ] Stop\n  \`\`\`bash ${info}\n  true\n  \`\`\``;
const attributesOf = (info: string) => firstStep(fence(info)).commands[0]!.attributes;

describe('attributes of a command', () => {
  it.each([
    ['timeout=40m', { timeout: 2400 }],
    ['timeout=90s silence=1h30', { timeout: 90, silence: 5400 }],
    ['ok=0,3', { ok: [0, 3] }],
    [
      'expect=/two words: \\/ok/i refuse=/Error/',
      { expect: '/two words: \\/ok/i', refuse: '/Error/' },
    ],
    ['expect="/with \\"quotes\\"/"', { expect: '/with "quotes"/' }],
    ['expect=/v1\\.\\d+ &amp;/', { expect: '/v1\\.\\d+ &amp;/' }],
    ["dir='my folder' on=db", { dir: 'my folder', on: 'db' }],
    [
      'rerun=safe interactive destructive=false',
      { rerun: 'safe', interactive: true, destructive: false },
    ],
  ])('%s', (info, expected) => {
    expect(attributesOf(info)).toEqual(expected);
  });

  it('on a step or a heading speak of every command below', () => {
    const source = onDay(
      [
        '#### Phase 1: All <!-- timeout=5m role=DBA -->',
        '',
        '- [ ] One <!-- timeout=1m role=DevOps -->',
      ]
        .concat(['  ```bash', '  true', '  ```', '  ```bash timeout=10s', '  true', '  ```'])
        .concat(['- [ ] Two', '  ```bash', '  true', '  ```'])
        .join('\n'),
    );
    const { steps } = compiled(source);
    expect(steps.map(step => step.commands.map(({ attributes }) => attributes.timeout))).toEqual([
      [60, 10],
      [300],
    ]);
    expect(steps.map(step => step.attributes.role)).toEqual(['DevOps', 'DBA']);
  });

  it('may speak of the step', () => {
    expect(firstStep(fence('auto id=stop'))).toMatchObject({
      name: 'stop',
      attributes: { auto: true },
    });
  });
});

describe('attributes in comments', () => {
  it.each([
    ['at the end of the line', '- [ ] Stop <!-- role=DBA approve=manager -->'],
    ['on a line of their own', '- [ ] Stop\n  <!-- role=DBA approve=manager -->'],
    [
      'after the command',
      '- [ ] Stop\n  ```bash\n  true\n  ```\n  <!-- role=DBA approve=manager -->',
    ],
    ['in two comments', '- [ ] Stop <!-- role=DBA --> <!-- approve=manager -->'],
  ])('%s', (_where, item) => {
    expect(firstStep(item).attributes).toEqual({ role: 'DBA', approve: 'manager' });
  });

  it('leave prose alone', () => {
    const prose =
      '- [ ] Stop <!-- see the ticket --> <!-- TODO: when=? --> <!-- approve the plan -->';
    expect(said(onDay(prose))).toEqual([]);
  });

  it('under a heading speak of its steps', () => {
    const { steps } = compiled(onDay('<!-- role=DBA -->\n\n- [ ] Stop'));
    expect(steps[0]?.attributes.role).toBe('DBA');
  });
});

describe('mistakes in attributes', () => {
  it.each([
    ['timout=3m', 'unknown-attribute: timout=3m', 'timeout'],
    ['timeout=3', 'bad-attribute: timeout=3', '40m'],
    ['timeout', 'bad-attribute: timeout', '40m'],
    ['ok=a', 'bad-attribute: ok=a', '0,3'],
    ['ok=999', 'bad-attribute: ok=999', '0-255'],
    ['expect=/(/', 'bad-attribute: expect=/(/', '/…/'],
    ['expect=plain', 'bad-attribute: expect=plain', '/…/'],
    ['rerun=yes', 'bad-attribute: rerun=yes', 'safe'],
    ['auto=maybe', 'bad-attribute: auto=maybe', 'true'],
    ['capture=9lives', 'bad-attribute: capture=9lives', 'a-z'],
    ['constructor=x', 'unknown-attribute: constructor=x', ''],
  ])('%s', (info, expected, remedy) => {
    const source = onDay(fence(info));
    expect(said(source)).toEqual([expected]);
    expect(compiled(source).diagnostics[0]).toMatchObject({
      severity: 'error',
      remedy: expect.stringContaining(remedy),
    });
  });

  it('are shown at their own place, all of them', () => {
    expect(said(onDay(fence('a=1  timeout=x')))).toEqual([
      'unknown-attribute: a=1',
      'bad-attribute: timeout=x',
    ]);
  });

  it('refuses on a heading what names one step', () => {
    expect(said(onDay('#### Phase 1 <!-- id=all -->\n\n- [ ] Stop'))).toEqual([
      'misplaced-attribute: id=all',
    ]);
  });
});

describe('a command that has the terminal', () => {
  it.each(['expect=/ok/', 'refuse=/ko/', 'capture=tag'])('has no output for %s', attribute => {
    const { diagnostics } = compiled(onDay(fence(`interactive ${attribute}`)));
    expect(diagnostics.filter(({ code }) => code === 'interactive-output')).toMatchObject([
      { severity: 'error', message: expect.stringContaining(attribute.split('=')[0]!) },
    ]);
  });

  it('may have it from the step or the heading above', () => {
    const source = onDay(fence('expect=/ok/').replace('Stop', 'Stop <!-- interactive -->'));
    expect(said(source)).toEqual(['interactive-output: ```bash expect=/ok/']);
  });

  it('is fine otherwise', () => {
    expect(said(onDay(fence('interactive timeout=5m ok=0,1')))).toEqual([]);
  });
});
