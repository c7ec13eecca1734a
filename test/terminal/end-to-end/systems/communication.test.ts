/** Messages: drafts that the run fills, sent by the operator's decision, through channels that may fail. */
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mailServer } from '../../../channels/smtp/mail-server.ts';
import { deskAt, expectWhole } from '../support/desk.ts';
import { dayFromToday, writePlanFolder } from '../support/plan-folder.ts';
import { openHome } from '../support/program.ts';
import { deadPort, hookServer, silentServer } from '../support/servers.ts';

const plan = `
# Essai

## Chronologie

### Jour J : Déploiement

#### Phase 1 : Déploiement (30 min)

**Horaire** : 06:00 - 06:30

- [ ] **06:00** - **DÉBUT MAINTENANCE**
- [ ] **06:05** - **POINT DE CONTRÔLE** - Base prête
- [ ] **06:10** - Déployer
- [ ] **06:15** - Vérifier
- [ ] **06:20** - **FIN MAINTENANCE**

## Points de contrôle

### Point de contrôle 1 : Base prête (06:05)

**Critères** :
- [ ] La base répond

## Procédure de Rollback

### Procédure d'Urgence (10 min)

1. **Revenir** (5 min)

### Validation Post-Rollback

- [ ] Le site répond

## Communication

### Avant Déploiement (Jour J)

**Destinataires** : Tous les utilisateurs
**Canal** : Email
**Message** :
\`\`\`text
Objet: Maintenance programmée

Maintenance le [Date]. Support : [Nom du support].
\`\`\`

### Pendant Maintenance

**Destinataires** : Équipe technique + Management
**Canal** : Slack
**Fréquence** : À chaque point de contrôle

### Fin de Maintenance

**Destinataires** : Tous les utilisateurs
**Canal** : Email
**Message** :
\`\`\`text
Objet: Maintenance terminée

La maintenance est terminée avec succès !
\`\`\`
`;

interface Ports {
  mail?: number;
  chat?: number;
  silent?: number;
}

/** Port 9 is nobody's where a test has nothing to say of it. */
const environmentFor = ({ mail = 9, chat = 9, silent = 9 }: Ports): string => `schedule: relative
channels:
  email:
    type: smtp
    names: [Email]
    host: 127.0.0.1
    port: ${mail}
    security: none
    from: ops@example.org
    to: [users@example.org]
  slack:
    type: slack
    url: http://127.0.0.1:${chat}/hook
  muet:
    type: webhook
    url: http://127.0.0.1:${silent}/
    timeout: 4s
`;

/** An editor that fills in the name of the support. */
function editorIn(folder: string): string {
  const editor = join(folder, 'editeur');
  writeFileSync(editor, '#!/bin/sh\nsed -i "s/\\[Nom du support\\]/poste 4106/" "$1"\n');
  chmodSync(editor, 0o755);
  return editor;
}

test('a draft is filled, edited, sent after a word; nothing claims success after a rollback', async () => {
  const home = openHome();
  const mail = await mailServer();
  const environment = environmentFor({ mail: mail.port });
  const folder = writePlanFolder(home.folder, plan, { essai: environment });
  const env = { EDITOR: editorIn(home.folder) };
  const terminal = home.open(['run', folder, '--env', 'essai', '--lang', 'fr'], { env });
  const desk = deskAt(terminal);
  await desk.reads(/2 1\.1[\s\S]*1 message à envoyer/);

  // The run fills in the day; the blank that is left keeps the message here.
  await desk.opens('C', 'Messages');
  await desk.reads('management pas encore informé');
  await desk.goesTo('Avant');
  const year = dayFromToday(0).slice(0, 4);
  await desk.reads(
    new RegExp(`Maintenance le \\S+ \\S+ \\S+ ${year}\\. Support : \\[Nom du support`),
  );
  await desk.reads(/Envoyer .*le texte a encore des blancs : .*Nom du support/);
  desk.does('M');
  await desk.picks('1 editeur', 1);
  await desk.reads('Support : poste 4106');
  await desk.noLongerReads('blancs');
  expect(home.run().entries('message.edited')).toHaveLength(1);

  // What is shown is what leaves, after a word.
  await desk.enters();
  await desk.reads(/Objet : Maintenance programmée[\s\S]*Support : poste 4106/);
  await desk.picks('email (users@example.org)', 1);
  expect(mail.letters).toEqual([]);
  await desk.answers('Tapez ENVOYER', 'ENVOYER');
  await desk.reads(/Avant Déploiement .*envoyé \d\d:\d\d par email/);
  expect(mail.letters).toMatchObject([{ to: ['users@example.org'] }]);
  expect(mail.letters[0]?.text).toContain('Support : poste 4106');
  desk.does('Escape');

  // The plan's announcement of a success would be a lie by now.
  await desk.reads('2 1.1');
  await desk.enters();
  await desk.reads('2 1.2');
  desk.does('R');
  await desk.answers('Donnez une raison', 'la base ne répond plus');
  await desk.answers('Tapez RETOUR', 'RETOUR');
  await desk.reads('2 R.1');
  await desk.enters();
  await desk.reads('Espace cocher');
  desk.does('Space');
  await desk.reads('Valider le retour arrière');
  await desk.enters();
  await desk.answers('Tapez GO', 'GO');
  await desk.reads('q quitter');
  await desk.opens('C', 'Messages');
  await desk.goesTo('Fin de Maintenance');
  await desk.reads('La nouvelle version n’a pas été conservée.');
  await desk.reads('Le texte du plan ne serait plus vrai');
  expect(terminal.text()).not.toContain('avec succès');
  desk.does('T');
  await desk.answers('Par quel moyen', 'par téléphone');
  await desk.reads(/Fin de Maintenance .*dit envoyé \d\d:\d\d/);
  await expectWhole(home);
}, 60_000);

test('a checkpoint asks for its message; neither a silent server nor a dead one holds up the run', async () => {
  const home = openHome();
  const chat = await deadPort();
  const environment = environmentFor({ chat, silent: await silentServer() });
  const folder = writePlanFolder(home.folder, plan, { essai: environment });
  const desk = deskAt(home.open(['run', folder, '--env', 'essai', '--lang', 'fr']));
  await desk.reads('2 1.1');
  await desk.enters();
  await desk.reads('Espace cocher');
  desk.does('Space');
  await desk.reads('Tout est vérifié');
  await desk.enters();
  await desk.answers('Tapez GO', 'GO');
  await desk.reads(/2 1\.3[\s\S]*2 messages à envoyer/);
  const sends = async (channel: RegExp, number: number) => {
    await desk.opens('C', 'Messages');
    await desk.goesTo('Pendant Maintenance, 1.2');
    await desk.enters();
    await desk.picks(channel, number);
    await desk.answers('Tapez ENVOYER', 'ENVOYER');
  };
  await sends(/\d muet/, 3);
  await desk.reads('en train de partir par muet');
  desk.does('Escape');
  await desk.reads('2 1.3');
  await desk.enters();
  await desk.reads('2 1.4');
  expect(home.run().entries('message.sent')).toEqual([]);
  // Given away, and nobody knows whether it arrived.
  const doubted = () => home.run().entries('message.doubted');
  expect(doubted()).toEqual([]);
  await desk.reads(() => doubted().length === 1);
  expect(doubted()).toMatchObject([{ why: 'timeout' }]);

  // Nothing listens at the channel of the plan; then something does.
  await sends(/\d slack/, 1);
  await desk.reads(/NON envoyé : injoignable/);
  desk.does('Escape');
  const { bodies } = await hookServer(chat);
  await sends(/\d slack/, 1);
  await desk.reads(/envoyé \d\d:\d\d par slack/);
  await desk.reads('management informé à l’instant');
  expect(bodies).toHaveLength(1);
  expect(bodies[0]).toContain('GO');
  await expectWhole(home);
}, 60_000);
