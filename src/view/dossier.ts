/** The pages about what surrounds the commands: what is due, the prerequisites, people, messages, metrics. */
import { agendaPage } from './dossier/agenda.ts';
import { messagesPage } from './dossier/messages.ts';
import { metricsPage } from './dossier/metrics.ts';
import { peoplePage } from './dossier/people.ts';
import { prerequisitesPage } from './dossier/prerequisites.ts';
import { type Scene, sceneOf } from './scene/scene.ts';
import type { DossierId, DossierView, ViewInput } from './types.ts';

const pages: Record<DossierId, (scene: Scene) => DossierView> = {
  agenda: agendaPage,
  prerequisites: prerequisitesPage,
  people: peoplePage,
  messages: messagesPage,
  metrics: metricsPage,
};

/** One page at one moment; made only while it is in view. */
export function dossierView(input: ViewInput, id: DossierId): DossierView {
  return pages[id](sceneOf(input));
}
