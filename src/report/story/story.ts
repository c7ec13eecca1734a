/** What every part of the report starts from. */
import type { Entry, EntryOf } from '../../../machines/entries.ts';
import type { Plan } from '../../plan/types.ts';
import { type Scene, sceneOf } from '../../view/scene/scene.ts';
import { type Course, createCourse } from '../course.ts';
import type { ReportInput } from '../input.ts';
import { endOfRun, type Spent, spentOf } from './spending.ts';

export interface Story {
  input: ReportInput;
  scene: Scene;
  plan: Plan;
  course: Course;
  /** Of the first entry; of the end, or now where the run goes on. Milliseconds. */
  begin: number;
  end: number;
  /** Entries that the machine took, in order. */
  facts: readonly Entry[];
  starts: ReadonlyMap<string, EntryOf<'job.started'>>;
  exits: ReadonlyMap<string, EntryOf<'job.exited'>>;
  spent: readonly Spent[];
}

export function storyOf(input: ReportInput): Story {
  const { view } = input;
  const { plan, entries } = view;
  const scene = sceneOf(view);
  const course = input.course ?? createCourse(plan).upTo(entries);
  const begin = course.stands[0]?.at ?? view.now;
  const end = Math.max(begin, endOfRun(scene, course.stands.at(-1)?.at ?? begin));
  const facts = entries.filter(({ seq }) => !course.ignored.has(seq));
  return {
    input,
    scene,
    plan,
    course,
    begin,
    end,
    facts,
    starts: new Map(facts.flatMap(one => (one.type === 'job.started' ? [[one.job, one]] : []))),
    exits: new Map(facts.flatMap(one => (one.type === 'job.exited' ? [[one.job, one]] : []))),
    spent: spentOf(scene, course, end),
  };
}

/** ISO 8601 UTC of milliseconds. */
export function iso(ms: number): string {
  return new Date(ms).toISOString();
}
