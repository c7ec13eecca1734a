/** What a run teaches its plan: as one patch, and in words. */
import { wordsOf } from '../../locale/locale.ts';
import { withFigures } from '../../view/amendments/figures.ts';
import { amendedCommands, filePatch, withAmendments } from '../../view/amendments.ts';
import { sentenceOf } from '../../view/log/sentences.ts';
import { type Scene, sceneOf } from '../../view/scene/scene.ts';
import { lasting, rounded } from '../../view/schedule/time.ts';
import {
  lazyFinder,
  type NewDuration,
  newDurations,
  sensible,
  type Timed,
  timedIn,
} from '../improvement/durations.ts';
import { inert } from '../improvement/inert.ts';
import { type Lesson, lessonsOf, most } from '../improvement/lessons.ts';
import { measuredIn } from '../improvement/measured.ts';
import { type SectionText, withSection } from '../improvement/section.ts';
import type { ReportInput } from '../input.ts';
import type { Improvement } from '../types.ts';

/**
 * Carries the run back to its plan: measured durations where the plan's own were off, amended commands, and a
 * section of lessons at its end. `git apply` takes the patch in the plan's folder; the patched plan has the
 * same steps. Only `view` and `source` are looked at.
 */
export function improvementOf({ view, source }: Pick<ReportInput, 'view' | 'source'>): Improvement {
  const { language } = view.plan;
  const find = lazyFinder(source.text);
  // The plan is written in its own language, whoever reads the report.
  const written = carriedBack(sceneOf({ ...view, language, ascii: false }), find);
  const spoken = view.language === language ? written : carriedBack(sceneOf(view), find);
  return {
    patch: filePatch(source.name, source.text, patched(written, source.text)),
    file: source.name,
    changes: [...spoken.durations, ...spoken.amendments, ...spoken.lessons],
  };
}

interface CarriedBack {
  scene: Scene;
  corrected: NewDuration[];
  durations: Lesson[];
  amendments: Lesson[];
  lessons: Lesson[];
}

function carriedBack(scene: Scene, find: ReturnType<typeof lazyFinder>): CarriedBack {
  const timed = timedIn(scene, measuredIn(scene));
  const corrected = newDurations(find, timed);
  const left = new Set<Timed>(timed);
  for (const { of } of corrected) left.delete(of);
  return {
    scene,
    corrected,
    durations: corrected.map(one => durationLesson(scene, one)),
    amendments: amendmentLessons(scene),
    lessons: lessonsOf(scene, [...left]),
  };
}

function durationLesson({ words }: Scene, { of, change }: NewDuration): Lesson {
  const to = rounded(sensible(of.took) * 60_000, words);
  const measured = lasting(of.took, words);
  const text = words.seen.improvement.corrected(of.label, change.figure, to, measured);
  return { kind: 'duration', step: of.step, text };
}

/** Of each amended command the last change, as the journal says it. */
function amendmentLessons(scene: Scene): Lesson[] {
  const { entries } = scene.input;
  return amendedCommands(scene.plan, scene.context, true).flatMap(({ step, command }) => {
    const entry = entries.findLast(
      one => one.type === 'step.amended' && one.step === step.id && one.command === command.index,
    );
    if (!entry) return [];
    return { kind: 'amendment', step: step.id, text: scene.text(sentenceOf(scene, entry)) };
  });
}

function patched({ scene, corrected, lessons }: CarriedBack, source: string): string {
  const figures = withFigures(
    source,
    corrected.map(({ change }) => change),
  );
  const amended = withAmendments(figures, scene.plan, scene.context);
  return lessons.length === 0
    ? amended
    : (withSection(amended, section(scene, lessons)) ?? amended);
}

function section(scene: Scene, lessons: readonly Lesson[]): SectionText {
  const { words, plan, context } = scene;
  const { heading, part, ofRun, more } = words.seen.improvement;
  const other = wordsOf(plan.language === 'fr' ? 'en' : 'fr').seen.improvement.heading;
  const { date = '', environment = '', id = '' } = context.run ?? {};
  const beyond = lessons.length - most;
  return {
    headings: [heading, other],
    parts: [
      { title: inert(part(date, environment, id)), intro: '' },
      // The name of an environment may be one that a section of the plan goes by.
      { title: inert(date), intro: inert(ofRun(environment, id)) },
    ],
    items: [
      ...lessons.slice(0, most).map(({ text }) => inert(text)),
      ...(beyond > 0 ? [more(beyond)] : []),
    ],
  };
}
