import { describe, expect, it } from 'vitest';
import { guessLanguage, sectionNamed } from '../../../src/plan/vocabulary/recognise.ts';

describe('sections by their heading words', () => {
  it.each([
    ['INFORMATIONS GÉNÉRALES', 'general'],
    ['1. General information', 'general'],
    ['Équipe de déploiement', 'team'],
    ['The team', 'team'],
    ['Pré-requis', 'prerequisites'],
    ['Prerequisites', 'prerequisites'],
    ['Chronologie détaillée', 'timeline'],
    ['Detailed timeline', 'timeline'],
    ['Runbook', 'timeline'],
    ['Points de contrôle et validation', 'checkpoints'],
    ['Checkpoints', 'checkpoints'],
    ['Procédure de retour arrière', 'rollback'],
    ['Rollback procedure', 'rollback'],
    ['Back-out plan', 'rollback'],
    ['Plan de communication', 'communication'],
    ['Métriques de succès', 'metrics'],
    ['Success criteria', 'metrics'],
    ['Post-déploiement', 'followUp'],
    ['Post-deployment', 'followUp'],
    ['Contacts d’urgence', 'contacts'],
    ['Emergency contacts', 'contacts'],
    ['Annexes', 'appendices'],
    ['Appendices', 'appendices'],
    ['Vue d’ensemble', undefined],
    ['Overview', undefined],
  ])('%s', (heading, name) => {
    expect(sectionNamed(heading)).toBe(name);
  });
});

describe('the language of a plan', () => {
  it.each([
    [['Chronologie', 'Prérequis'], '', 'fr'],
    [['Timeline', 'Communication'], '', 'en'],
    [['Communication'], 'Ask the owner of the site and the team', 'en'],
    [['Communication'], 'Demander la liste des sites', 'fr'],
    [[], '', 'fr'],
  ] as const)('%j %j', (headings, text, language) => {
    expect(guessLanguage(headings, text)).toBe(language);
  });
});
