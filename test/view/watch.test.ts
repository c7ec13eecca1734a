import { describe, expect, test } from 'vitest';
import { approvalOwed } from '../../machines/approvals.ts';
import type { Step } from '../../src/plan/types.ts';
import type { Watching } from '../../src/view/types.ts';
import { smallPlan } from './fixtures.ts';
import { Journey, winterMorning } from './journey.ts';

/** Looked at a moment ago, by somebody who sees ops at work. */
function watched(journey: Journey, changes: Partial<Watching> = {}): Journey {
  const { now } = journey;
  const watching: Watching = {
    helm: 'held',
    who: 'ops@bastion',
    terminal: '/dev/pts/3',
    since: Date.parse('2026-12-01T05:12:00Z'),
    lookedAt: now - 300,
    heardAt: now - 1_000,
    trouble: null,
    ...changes,
  };
  journey.more = { ...journey.more, observer: true, watching };
  return journey;
}

const atWork = () => new Journey(smallPlan(), winterMorning).until('2.2').at('05:40').start('2.2');
const watch = (changes: Partial<Watching> = {}, journey = atWork()) =>
  watched(journey, changes).view.watch;
const text = (changes: Partial<Watching> = {}, journey = atWork()) => watch(changes, journey)?.text;
const ago = (seconds: number) => atWork().now - seconds * 1_000;

test('whoever drives is told nothing', () => {
  expect(atWork().view.watch).toBeNull();
});

test('who has the helm, where, and since when, in the plan’s zone', () => {
  expect(watch()).toEqual({
    text: "ops@bastion (pts/3) à la barre · vu à l'instant · depuis 06:12",
    tone: 'normal',
  });
  expect(text({ terminal: '' })).toMatch(/^ops@bastion à la barre · /);
  expect(text({ since: Date.parse('2026-11-29T05:12:00Z') })).toMatch(/depuis 29\/11 06:12$/);
});

describe('how fresh that is', () => {
  test.each([
    [0, "vu à l'instant"],
    [2, 'vu il y a 2 s'],
    [59, 'vu il y a 59 s'],
    [200, 'vu il y a 3 min'],
  ])('looked at %i s ago: %s', (seconds, said) => {
    expect(text({ lookedAt: ago(seconds) })).toContain(` · ${said} · `);
  });

  test('what nobody looked at for five seconds is no longer calm', () => {
    expect(watch({ lookedAt: ago(4) })?.tone).toBe('normal');
    expect(watch({ lookedAt: ago(5) })?.tone).toBe('warning');
    expect(text({ helm: 'free', lookedAt: ago(4) })).not.toContain('vu');
    expect(text({ helm: 'free', lookedAt: ago(70) })).toContain('vu il y a 1 min');
  });

  test('a run that says nothing for half a minute is said to be quiet; one that is over is not', () => {
    expect(text({ heardAt: ago(29) })).not.toContain('rien');
    expect(text({ heardAt: ago(42) })).toContain(' · rien de neuf depuis 42 s');
    expect(text({ heardAt: ago(61 * 60) })).toContain(' · rien de neuf depuis 1 h 01');
    expect(text({ heardAt: null })).not.toContain('rien');
    const over = atWork().exit(1).choose('abort', { reason: 'assez' });
    expect(text({ heardAt: over.now - 99_000 }, over)).not.toContain('rien');
  });

  test('a clock that was set back makes nothing younger than now', () => {
    expect(text({ lookedAt: ago(-30), heardAt: ago(-30) })).toContain("vu à l'instant");
  });
});

describe('what becomes of whoever drives', () => {
  test('FAULTS 38: their cockpit is stopped', () => {
    expect(watch({ helm: 'silent' })).toEqual({
      text: "ops@bastion (pts/3) à la barre, cockpit suspendu (Ctrl-Z) · vu à l'instant · depuis 06:12",
      tone: 'warning',
    });
  });

  test('they let go', () => {
    expect(watch({ helm: 'free' })).toEqual({
      text: 'barre libre · depuis 06:12 · rendue par ops@bastion',
      tone: 'warning',
    });
  });

  test('their cockpit is gone: since when, if anybody saw it; what runs goes on', () => {
    expect(watch({ helm: 'lost', since: ago(190) })).toEqual({
      text: 'le cockpit de ops@bastion a disparu il y a 3 min sans rendre la barre · ce qui tourne continue',
      tone: 'bad',
    });
    const idle = atWork().exit(1);
    expect(text({ helm: 'lost', since: null }, idle)).toBe(
      'le cockpit de ops@bastion a disparu sans rendre la barre',
    );
  });

  test('it cannot be told, or nobody ever drove', () => {
    expect(watch({ helm: 'elsewhere', since: null })).toEqual({
      text: "ops@bastion a pris la barre, mais d'ici rien ne dit si son cockpit vit",
      tone: 'warning',
    });
    expect(text({ helm: 'elsewhere', who: '', since: null })).toBe(
      'impossible de savoir qui tient la barre',
    );
    expect(text({ helm: 'none', who: '', since: null })).toBe("personne n'a encore pris la barre");
  });

  test('once the run is over, nobody needs to hold it', () => {
    const over = atWork().exit(1).choose('abort', { reason: 'assez' });
    expect(watch({ helm: 'free' }, over)?.tone).toBe('muted');
    expect(watch({ helm: 'lost', since: null }, over)?.tone).toBe('muted');
  });
});

test('FAULTS 34: a journal that cannot be read on comes first, in the words of the store', () => {
  const trouble = 'line 12: its hash does not match its text';
  expect(watch({ trouble })).toEqual({
    text: `la suite du journal ne peut pas être lue : ${trouble} · ops@bastion (pts/3) à la barre · vu à l'instant · depuis 06:12`,
    tone: 'bad',
  });
});

test('FAULTS 32: what a record says is shown inert', () => {
  expect(text({ who: 'ops\x1b[2J@ba\nstion' })).toMatch(/^ops[^\x1b\n]*@ba[^\x1b\n]*stion /);
});

test('in English, and in ASCII', () => {
  const journey = atWork();
  journey.more = { language: 'en' };
  expect(text({ heardAt: ago(42) }, journey)).toBe(
    'ops@bastion (pts/3) has the helm · seen just now · nothing new for 42 s · since 06:12',
  );
  const plain = atWork();
  plain.more = { ascii: true };
  expect(text({}, plain)).toBe("ops@bastion (pts/3) a la barre - vu a l'instant - depuis 06:12");
});

describe('a step that waits for a second person', () => {
  const command = 'bascule approve run-1';
  const plan = () => {
    const made = smallPlan();
    const gate = made.stages[1]!.phases[0]!.steps[1] as Step;
    gate.attributes = { approve: 'Chef de projet' };
    return made;
  };
  const waiting = () => new Journey(plan(), winterMorning).until('1.2').at('05:20');
  const remarks = (journey: Journey) => journey.view.current!.remarks.map(remark => remark.text);
  const around = (approvals: 'required' | 'optional') => ({
    channels: {},
    probes: {},
    prerequisites: 'optional' as const,
    approvals,
    approvers: {},
  });

  test.each(['required', 'optional'] as const)(
    'tells whoever looks how to be it (%s)',
    approvals => {
      const journey = waiting();
      journey.more = { around: around(approvals) };
      expect(remarks(watched(journey, { approve: command }))).toEqual([
        'Accord attendu : Chef de projet.',
        'Pour le donner ou le refuser, sous votre compte :',
        command,
      ]);
      journey.more = { ...journey.more, language: 'en' };
      expect(remarks(journey)).toEqual([
        'Approval expected: Chef de projet.',
        'To give or refuse it, under your own account:',
        command,
      ]);
    },
  );

  test('not to who drives, under whatever name they look', () => {
    expect(remarks(watched(waiting())).join()).not.toContain('bascule approve');
  });

  test('nor once somebody did, nor before its turn', () => {
    const journey = waiting();
    const step = journey.plan.stages[1]!.phases[0]!.steps[1]!;
    journey.say({
      type: 'approval.given',
      step: '1.2',
      round: '0.0',
      role: 'Chef de projet',
      person: 'camille',
      verdict: 'go',
      proof: 'verified',
      uid: 1001,
      givenAt: new Date(journey.now).toISOString(),
    } as never);
    expect(approvalOwed(journey.state.context, step)).toBeNull();
    expect(remarks(watched(journey, { approve: command })).join()).not.toContain('bascule approve');
    const before = new Journey(plan(), winterMorning).until('1.1');
    expect(remarks(watched(before, { approve: command })).join()).not.toContain('bascule approve');
  });
});

test('observers have nothing to do, and nothing waits for them', () => {
  const { choices, away } = watched(atWork().exit(1)).view;
  expect([choices, away]).toEqual([[], []]);
});
