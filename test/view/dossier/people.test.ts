import { expect, test } from 'vitest';
import { roundOf } from '../../../machines/approvals.ts';
import { nothingAround } from '../../../src/view/around.ts';
import { peoplePage } from '../../../src/view/dossier/people.ts';
import { sceneOf } from '../../../src/view/scene/scene.ts';
import type { ChoiceId, DossierRow } from '../../../src/view/types.ts';
import { planOf, stage } from '../fixtures.ts';
import { Journey, winterMorning } from '../journey.ts';
import { staffedPlan } from '../people/staffed-plan.ts';

const page = (journey: Journey) => peoplePage(sceneOf(journey.input));
const line = ({ kind, text, right }: DossierRow) =>
  `${kind === 'heading' ? '# ' : ''}${text}${right && ` | ${right}`}`;
const row = (journey: Journey, key: string) => page(journey).rows.find(one => one.key === key)!;
const choice = (journey: Journey, key: string, id: ChoiceId) =>
  row(journey, key).choices.find(one => one.id === id)!;

const around = { ...nothingAround, approvals: 'required' as const };

const at = (step: string) => {
  const journey = new Journey(staffedPlan(), winterMorning).at('05:30').until(step);
  journey.more = { around };
  return journey;
};

const approve = (journey: Journey, proof: 'verified' | 'attested', verdict: 'go' | 'no-go') =>
  journey.say({
    type: 'approval.given',
    step: '2.1',
    role: 'Chef de projet',
    verdict,
    proof,
    person: proof === 'verified' ? 'lea' : 'Léa',
    round: roundOf(journey.state.context, '2.1'),
  });

test('who drives, who is concerned now, the team, and the contacts in the order of the plan', () => {
  expect(page(at('2.1')).rows.map(line)).toEqual([
    '# La barre',
    'ops@bastion | depuis 06:00',
    '# Concernés maintenant | 2.1 Sauvegarde finale',
    'DBA · Astreinte bases · poste 4103',
    'Accord de Chef de projet · Astreinte projet · poste 4101 | accord attendu',
    '# L’équipe',
    'DBA · Astreinte bases · poste 4103',
    'DevOps · [Nom], à compléter · +33 X XX XX XX XX, à compléter',
    'Chef de projet · Astreinte projet · poste 4101',
    '# Équipe',
    'DBA · poste 4103',
    '# Escalade',
    '1. Directeur technique · poste 4001',
    '2. Directeur produit · [Téléphone], à compléter',
    '3. dba · à compléter',
  ]);
});

test('what nobody filled in is a warning, and is not copied as a number', () => {
  const journey = at('2.1');
  const tones = page(journey).rows.map(({ key, tone, copy }) => [key, tone, copy]);
  expect(tones).toContainEqual(['team:0', 'normal', 'poste 4103']);
  expect(tones).toContainEqual(['team:1', 'warning', undefined]);
  expect(tones).toContainEqual(['contact:1:1', 'warning', undefined]);
});

test('the note says whose approval is awaited, else how many contacts are blank', () => {
  const journey = at('2.1');
  expect(page(journey).note).toEqual({ text: 'accord attendu : Chef de projet', tone: 'warning' });
  approve(journey, 'verified', 'go');
  expect(page(journey).note).toEqual({ text: '3 contacts à compléter', tone: 'warning' });
  const bare = new Journey(planOf([stage('J', 0, '', [])]), winterMorning);
  expect(page(bare).note.text).toBe('');
});

test('Enter notes a call: when, and what came of it, wherever the role is listed', () => {
  const journey = at('2.1').at('06:12');
  const call = choice(journey, 'team:0', 'call');
  expect(call).toMatchObject({
    primary: true,
    about: 'DBA',
    reason: 'optional',
    enabled: true,
    options: [
      { value: 'reached', label: 'joint' },
      { value: 'message-left', label: 'message laissé' },
      { value: 'no-answer', label: 'pas de réponse' },
    ],
  });
  journey.make(call, { option: 'no-answer' });
  journey.at('06:14').make(call, { option: 'reached', reason: 'arrive' });
  expect(journey.entries.at(-1)).toMatchObject({ type: 'person.called', role: 'DBA', step: '2.1' });
  for (const key of ['team:0', 'contact:0:0', 'contact:1:2', 'duty:role']) {
    expect(row(journey, key).right, key).toBe('joint 07:14');
  }
  expect(row(journey, 'contact:0:0').detail).toEqual([
    { text: '07:14 joint, noté par ops@bastion : arrive', tone: 'good' },
    { text: '07:12 pas de réponse, noté par ops@bastion', tone: 'warning' },
  ]);
});

test('a role tells its work, and when people are there', () => {
  expect(row(at('2.1'), 'team:0').detail.map(({ text }) => text)).toEqual([
    'Responsabilités : Base de données, migrations',
    'Disponibilité, Équipe technique : 2 heures avant → 2 heures après',
  ]);
});

test.each([
  ['verified', 'go', '✓', 'GO vérifié de lea 06:30', 'good'],
  ['attested', 'go', '±', 'GO attesté, dit par Léa 06:30', 'warning'],
  ['verified', 'no-go', '✗', 'NO-GO vérifié de lea 06:30', 'bad'],
  ['attested', 'no-go', '✗', 'NO-GO attesté, dit par Léa 06:30', 'bad'],
] as const)('an approval %s, %s, says what it is worth', (proof, verdict, glyph, word, tone) => {
  const journey = approve(at('2.1'), proof, verdict);
  const { badge, right } = row(journey, 'duty:approve');
  expect(badge).toEqual({ glyph, word, tone });
  expect(right).toBe(word);
});

test('one calls whoever must approve, then writes what they said', () => {
  const journey = at('2.1');
  const attest = choice(journey, 'duty:approve', 'attest');
  expect(choice(journey, 'duty:approve', 'call').primary).toBe(true);
  expect(attest).toMatchObject({
    label: "Attester l'accord de Chef de projet",
    text: '',
    reason: 'required',
    options: [
      { value: 'go', label: 'GO' },
      { value: 'no-go', label: 'NO-GO' },
    ],
  });
  journey.make(attest, { text: 'Léa', option: 'go', reason: 'par téléphone' });
  expect(journey.entries.at(-1)).toMatchObject({
    type: 'approval.given',
    step: '2.1',
    role: 'Chef de projet',
    proof: 'attested',
    person: 'Léa',
    note: 'par téléphone',
  });
});

test('where the environment does without a second person, nobody is waited for', () => {
  const journey = at('2.1');
  journey.more = { around: nothingAround };
  expect(row(journey, 'duty:approve')).toMatchObject({
    right: 'accord non exigé ici',
    tone: 'muted',
  });
  expect(page(journey).note.text).toBe('3 contacts à compléter');
  expect(row(approve(journey, 'verified', 'go'), 'duty:approve').right).toBe(
    'GO vérifié de lea 06:30',
  );
});

test('nobody is concerned by a step that names nobody', () => {
  const keys = page(at('1.3')).rows.map(({ key }) => key);
  expect(keys.filter(key => key.startsWith('duty'))).toEqual([]);
});

test('a role that the team does not have is said, with its number if a contact has it', () => {
  const plan = staffedPlan();
  const [connection] = plan.stages[1]!.phases[0]!.steps;
  connection!.attributes = { role: 'Directeur technique', approve: 'Inconnu' };
  const journey = new Journey(plan, winterMorning).until('1.1');
  expect(line(row(journey, 'duty:role'))).toBe('Directeur technique · poste 4001');
  expect(row(journey, 'duty:approve').detail[0]!.text).toBe(
    'ce rôle n’est pas dans l’équipe du plan',
  );
});

test('the helm is handed over to a name, with what the colleague will read in view', () => {
  const journey = at('2.1');
  const handOver = choice(journey, 'helm', 'handOver');
  expect(handOver).toMatchObject({ text: '', reason: 'optional', primary: true, enabled: true });
  expect(
    row(journey, 'helm')
      .detail.map(({ text }) => text)
      .slice(0, 2),
  ).toEqual([
    'Ce que votre collègue lira :',
    'EN COURS, phase 2/2 Migration des données, 2.1 Sauvegarde finale (à faire).',
  ]);
  journey
    .at('06:00')
    .say({ type: 'helm.handed', to: 'Léa', summary: 'Tout va bien.\nRien ne tourne.' });
  expect(
    row(journey, 'helm')
      .detail.map(({ text }) => text)
      .slice(0, 3),
  ).toEqual(['Passée par ops@bastion à Léa, 07:00 :', 'Tout va bien.', 'Rien ne tourne.']);
});

test('without anybody at the helm it is said, and there is nothing to hand over', () => {
  const journey = at('2.1').say({ type: 'helm.released', why: 'detached' });
  expect(row(journey, 'helm')).toMatchObject({
    text: 'personne ne tient la barre',
    tone: 'warning',
  });
  expect(choice(journey, 'helm', 'handOver').enabled).toBe(false);
  expect(choice(journey, 'team:0', 'call').enabled).toBe(true);
});

test('who watches reads and copies, and notes nothing', () => {
  const journey = at('2.1');
  journey.more = { around, observer: true };
  expect(page(journey).rows.flatMap(({ choices }) => choices)).toEqual([]);
  expect(row(journey, 'contact:1:0').copy).toBe('poste 4001');
});

test('keys are unique, and nothing of the plan can move the cursor', () => {
  const plan = staffedPlan();
  plan.roles[0]!.person = 'X\u001b[2J\u202e';
  const { rows } = page(new Journey(plan, winterMorning).at('05:30').until('2.1'));
  expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
  expect(JSON.stringify(rows.map(({ text }) => text))).not.toMatch(/u001b|\u202e/);
});

test('in English', () => {
  const journey = at('2.1');
  journey.more = { around, language: 'en' };
  expect(page(journey).title).toBe('Team and contacts');
  expect(page(journey).note.text).toBe('approval awaited: Chef de projet');
  expect(page(journey).rows.map(line).slice(0, 5)).toEqual([
    '# The helm',
    'ops@bastion | since 06:00',
    '# Concerned now | 2.1 Sauvegarde finale',
    'DBA · Astreinte bases · poste 4103',
    'Approval of Chef de projet · Astreinte projet · poste 4101 | approval awaited',
  ]);
  expect(row(approve(journey, 'attested', 'go'), 'duty:approve').right).toBe(
    'GO attested, said by Léa 06:30',
  );
});
