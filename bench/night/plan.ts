/** The plan of a long night: four hundred steps, commands and work by hand by turns, a checkpoint at the end of each phase. */

export const phases = 8;
const stepsInPhase = 50;
export const boxes = 4;

/** Kinds of its steps, in order: what the night does with each. */
export type NightStep = 'command' | 'manual' | 'checkpoint';

export function kindAt(at: number): NightStep {
  const place = at % stepsInPhase;
  if (place === stepsInPhase - 1) return 'checkpoint';
  return place % 2 === 0 ? 'command' : 'manual';
}

export const script = (at: number): string => `./part.sh --number ${at}\n./part.sh --check ${at}`;

/** Markdown, from six in the evening to eleven. */
export function nightPlan(): string {
  const lines = ['# A long night', '', '## Timeline', '', '### D-day: The night'];
  for (let at = 0; at < phases * stepsInPhase; at++) {
    if (at % stepsInPhase === 0) {
      lines.push('', `#### Phase ${at / stepsInPhase + 1}: Part (35 min)`, '');
    }
    lines.push(...stepLines(at));
  }
  for (let phase = 1; phase <= phases; phase++) lines.push(...checkpointLines(phase));
  return [...lines, '', ...end, ''].join('\n');
}

function stepLines(at: number): string[] {
  const start = `- [ ] **${clockAt(at)}** -`;
  switch (kindAt(at)) {
    case 'checkpoint':
      return [`${start} **CHECKPOINT** - Part ${Math.ceil((at + 1) / stepsInPhase)} done`];
    case 'command': {
      const fence = ['```bash', ...script(at).split('\n'), '```'];
      return [`${start} Command of step ${at} (1 min)`, ...fence.map(line => `  ${line}`)];
    }
    case 'manual': {
      const list = Array.from({ length: boxes }, (_, box) => `  - [ ] Look ${box} of step ${at}`);
      return [`${start} Work by hand of step ${at}`, ...list];
    }
  }
}

function clockAt(at: number): string {
  const minute = 18 * 60 + Math.floor((at * 290) / (phases * stepsInPhase));
  return [Math.floor(minute / 60), minute % 60].map(n => String(n).padStart(2, '0')).join(':');
}

function checkpointLines(phase: number): string[] {
  const title = `Checkpoint ${phase}: Part ${phase} done (${clockAt(phase * stepsInPhase - 1)})`;
  const head = phase === 1 ? ['', '## Checkpoints'] : [];
  return [...head, '', `### ${title}`, '', '- [ ] The counts are equal', '- [ ] No error'];
}

const end = [
  '## Success metrics',
  '',
  '- **Response time**: < 2 s',
  '',
  '## Rollback procedure',
  '',
  '### Procedure (30 min)',
  '',
  '1. **Restore**',
  '   ```bash',
  '   ./restore.sh',
  '   ```',
];
