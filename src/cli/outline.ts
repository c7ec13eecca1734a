import type { Phase, Plan, Stage, Step } from '../plan/types.ts';

/** The plan as a short text: stages, phases and steps with their times. */
export function outline(plan: Plan): string {
  const stages = plan.stages.flatMap(stageLines);
  const rollback = plan.rollback
    ? [
        `${plan.rollback.title}${minutes(plan.rollback.minutes)}`,
        ...plan.rollback.steps.map(stepLine),
      ]
    : [];
  return [plan.title, '', ...stages, ...rollback].join('\n');
}

const stageLines = (stage: Stage): string[] => [
  `${stage.id}  ${stage.title}`,
  ...stage.phases.flatMap(phaseLines),
  '',
];

const phaseLines = (phase: Phase): string[] => [
  ...(phase.title === '' ? [] : [`  ${phase.id}  ${phase.title}${minutes(phase.plannedMinutes)}`]),
  ...phase.steps.map(stepLine),
];

const minutes = (planned: number | undefined): string =>
  planned === undefined ? '' : `  (${planned} min)`;

/** One mark a kind, so that a column of them can be read at a glance. */
const marks: Record<Step['kind'], string> = {
  command: '$',
  manual: ' ',
  checkpoint: '◆',
  gate: '◇',
  milestone: '▲',
};

const stepLine = (step: Step): string =>
  `    ${marks[step.kind]} ${(step.time ?? '').padEnd(5)}  ${step.id.padEnd(6)} ${step.title}`;
