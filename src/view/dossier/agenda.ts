/** The page one lands on: what is late, what is due today, what comes. */
import type { Scene } from '../scene/scene.ts';
import type { DossierView } from '../types.ts';
import { debriefSection } from './agenda/debrief.ts';
import {
  closingSection,
  messagesSection,
  metricsSection,
  prerequisitesSection,
} from './agenda/owed.ts';
import { comingSection, lateSection, todaySection } from './agenda/steps.ts';
import { watchSection } from './agenda/watch.ts';
import { dayText, offsetText, offsetToday, todayOf } from './days.ts';
import { plainRow } from './rows.ts';

/** Sections without anything are left out. */
export function agendaPage(scene: Scene): DossierView {
  const words = scene.words.around.agenda;
  const rows = [
    lateSection,
    todaySection,
    closingSection,
    prerequisitesSection,
    messagesSection,
    metricsSection,
    watchSection,
    comingSection,
    debriefSection,
  ].flatMap(section => section(scene));
  return {
    title: words.title,
    note: { text: noteText(scene), tone: 'muted' },
    rows: rows.length > 0 ? rows : [plainRow(scene, 'nothing', words.nothing, { tone: 'muted' })],
  };
}

/** `mardi 24 novembre, J-7`; where days do not count, that they do not. */
function noteText(scene: Scene): string {
  const offset = offsetToday(scene);
  const words = scene.words.around.agenda;
  if (scene.input.schedule === 'relative') return words.relative;
  if (offset === null) return dayText(scene, todayOf(scene));
  return words.note(dayText(scene, todayOf(scene)), offsetText(scene, offset));
}
