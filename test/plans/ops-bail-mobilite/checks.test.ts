import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { advance, type Captured, look, rollBack, step } from './commands.ts';
import { type Rehearsal, rehearse } from './rehearsal.ts';

let rehearsal: Rehearsal;
let captured: Captured;

beforeAll(() => {
  rehearsal = rehearse();
  captured = {};
});
afterAll(() => rehearsal.dispose());
beforeEach(() => {
  rehearsal.fault = '';
});

const green = (...boxes: string[]) => Object.fromEntries(boxes.map(box => [box, 'pass']));
const migration = ['C2.1', 'C2.2', 'C2.3', 'C2.4', 'C2.5'];
const proofs = ['R.2/p1', 'R.2/files', 'R.3/p1'];
const validation = ['V.1', 'V.2', 'V.4'];

/** One day on one target: what the checks say as it goes, and goes wrong. */
describe('the checks of the plan tell the truth', { timeout: 120_000 }, () => {
  test('before the backup, the rollback lacks it and nothing else', () => {
    advance(rehearsal, captured, '2.3');
    const { verdicts, output } = look(rehearsal, 'R', captured);
    expect(verdicts).toEqual({ ...green(...proofs), 'R.2/p1': 'fail' });
    expect(output('R.2/p1')).toContain('Sauvegarde absente ou vide : aucune');
  });

  test('with the backup everything is there, in the old version and in the new', () => {
    step(rehearsal, '2.4', captured);
    expect(look(rehearsal, 'R', captured).verdicts).toEqual(green(...proofs));
    for (const id of ['3.1', '3.2', '3.3', '3.4', '4.1']) step(rehearsal, id, captured);
    const { verdicts, output } = look(rehearsal, 'R', captured);
    expect(verdicts).toEqual(green(...proofs));
    expect(output('R.2/p1')).toMatch(/^\d+ octets, somme de contrôle vérifiée$/m);
  });

  test('C1: the figures of a dry run agree, and it leaves nothing behind', () => {
    step(rehearsal, '4.2', captured);
    const { verdicts, output } = look(rehearsal, 'C1', captured);
    expect(verdicts).toEqual(green('C1.2', 'C1.3'));
    expect(output('C1.2')).toBe('500 missions, 220 paires : 220 BM, 440 missions rattachées\n');
    rehearsal.fault = 'dry-run-fails';
    expect(look(rehearsal, 'C1', captured).verdicts).toEqual({ 'C1.2': 'fail', 'C1.3': 'pass' });
  });

  test('a migration that died is not finished, and its dry run still adds up', () => {
    rehearsal.fault = 'migration-crash:2';
    expect(() => step(rehearsal, '4.4', captured)).toThrow('failed (137)');
    expect(look(rehearsal, 'C1', captured).verdicts).toEqual(green('C1.2', 'C1.3'));
    expect(look(rehearsal, 'C2', captured).verdicts).toEqual({
      ...green(...migration),
      'C2.1': 'fail',
      'C2.2': 'fail',
    });
  });

  test('C2: all green after a whole migration; C3 too', () => {
    step(rehearsal, '4.4', captured);
    expect(look(rehearsal, 'C2', captured).verdicts).toEqual(green(...migration));
    expect(look(rehearsal, 'C3', captured).verdicts).toEqual(green('C3.1'));
    rehearsal.fault = 'validation-fails';
    expect(look(rehearsal, 'C3', captured).verdicts).toEqual({ 'C3.1': 'fail' });
  });

  test('V: refuses the new version, and a site that only says it is down', () => {
    const { verdicts, output } = look(rehearsal, 'V', captured);
    expect(verdicts).toEqual({ 'V.1': 'fail', 'V.2': 'pass', 'V.4': 'fail' });
    expect(output('V.1')).toBe('En place : v1.0.0, attendue : v0.9.0\n');
  });

  test('V: green after the rollback', () => {
    rollBack(rehearsal, captured);
    const { verdicts, output } = look(rehearsal, 'V', captured);
    expect(verdicts).toEqual(green(...validation));
    expect(output('V.2')).toBe('500 missions, 500 avant la migration\n');
    expect(output('V.4')).toBe('<h1>500 missions</h1>\n');
  });

  test('V: a lost mission, or a page that does not render, is seen', () => {
    rehearsal.shell('mysql', 'DELETE FROM missions WHERE id = 1;');
    rehearsal.shell('mv public/build elsewhere');
    expect(look(rehearsal, 'V', captured).verdicts).toEqual({
      'V.1': 'fail',
      'V.2': 'fail',
      'V.4': 'fail',
    });
    rehearsal.shell('mv elsewhere public/build');
    rollBack(rehearsal, captured);
    expect(look(rehearsal, 'V', captured).verdicts).toEqual(green(...validation));
  });

  test('data-corrupted: the migration says it is done, the checks do not believe it', () => {
    rehearsal.fault = 'data-corrupted';
    for (const id of ['3.1', '3.2', '3.3', '3.4', '4.1', '4.4']) step(rehearsal, id, captured);
    expect(look(rehearsal, 'C2', captured).verdicts).toEqual({
      'C2.1': 'pass',
      'C2.2': 'fail',
      'C2.3': 'fail',
      'C2.4': 'fail',
      'C2.5': 'fail',
    });
  });

  test('a backup that was altered, or a script that cannot run, is no way back', () => {
    rehearsal.shell(`echo '-- ' >> ${captured['pre-migration-backup']}/database.sql`);
    rehearsal.shell('chmod -x docs/deployment/backup-restore/restore-script.sh');
    const { verdicts, output } = look(rehearsal, 'R', captured);
    expect(verdicts).toEqual({ 'R.2/p1': 'fail', 'R.2/files': 'fail', 'R.3/p1': 'pass' });
    expect(output('R.2/p1')).toContain('Sauvegarde altérée');
    expect(output('R.2/files')).toContain('non exécutable');
  });

  test('a rollback before the backup has nothing to compare, and says so', () => {
    const { output } = look(rehearsal, 'V.2', { ...captured, 'pre-migration-backup': 'aucune' });
    expect(output('V.2')).toMatch(/^\d+ missions ; rollback décidé avant toute migration\n$/);
  });

  test('a healthy target answers each of them at once', () => {
    for (const prefix of ['C1.2', 'C2.2', 'C3.1', 'V.1', 'V.2', 'V.4', 'R.2/p1', 'R.2/files']) {
      const started = performance.now();
      look(rehearsal, prefix, captured);
      expect(performance.now() - started).toBeLessThan(3000);
    }
  });
});
