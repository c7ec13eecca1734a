/** Small plans whose commands say what they will do: which bytes they print, how they exit. */
import type { Chance } from './chance.ts';

/** One command of a plan, and what must come of it. */
export interface PlannedCommand {
  /** `1.2#0`: the step, and the command's index in it. */
  key: string;
  script: string;
  /** Exit codes that the plan accepts. */
  ok: number[];
  output: Buffer;
}

export interface ChaosPlan {
  markdown: string;
  commands: Map<string, PlannedCommand>;
}

/** Four to eight steps of one to three commands, in two phases. */
export function chaosPlan(chance: Chance): ChaosPlan {
  const commands = new Map<string, PlannedCommand>();
  const phase = (number: number): string[] => {
    const steps = Array.from({ length: chance.between(2, 4) }, (_, at) => `${number}.${at + 1}`);
    return ['', `#### Phase ${number}: Part ${number}`, '', ...steps.flatMap(step)];
  };
  const step = (id: string): string[] => {
    const count = chance.oneOf([1, 1, 1, 2, 3]);
    const all = Array.from({ length: count }, (_, at) => command(chance, `${id}#${at}`));
    for (const one of all) commands.set(one.key, one);
    return [`- [ ] Step ${id}`, ...all.flatMap(fence)];
  };
  const head = ['# Chaos', '', '## Timeline', '', '### D-day: Chaos'];
  return { markdown: [...head, ...phase(1), ...phase(2), ''].join('\n'), commands };
}

function command(chance: Chance, key: string): PlannedCommand {
  const lines = chance.between(1, 12);
  const filler = 'é'.repeat(chance.between(0, 150));
  const pause = chance.likely(0.6) ? `sleep 0.0${chance.between(1, 6)}` : ':';
  const code = chance.likely(0.12) ? 3 : 0;
  const ok = code === 3 && chance.likely(0.3) ? [0, 3] : [0];
  const script = [
    note('begin'),
    `for k in $(seq ${lines}); do printf '%s \\000\\033\\377${filler}\\r\\n' "$k"; ${pause}; done`,
    note('end'),
    `exit ${code}`,
  ].join('\n');
  const odd = Buffer.from([0, 27, 255]);
  const line = (k: number) => [Buffer.from(`${k + 1} `), odd, Buffer.from(`${filler}\r\n`)];
  const output = Buffer.concat(Array.from({ length: lines }, (_, k) => line(k)).flat());
  return { key, script, ok, output };
}

/** One short line, appended whole: it tells for ever that the command came here. */
const note = (word: 'begin' | 'end'): string =>
  `echo "$BASCULE_STEP $BASCULE_JOB ${word}" >>"$BASCULE_RUN_DIR/ledger"`;

const fence = ({ script, ok }: PlannedCommand): string[] =>
  [`\`\`\`bash ok=${ok.join(',')}`, ...script.split('\n'), '```'].map(line => `  ${line}`);

/** The exit code that a script of ours ends with. */
export const codeOf = (script: string): number => Number(/exit (\d+)\s*$/.exec(script)?.[1]);
