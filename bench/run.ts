/**
 * `npm run bench [-- NAME… --runs N --long]`: what the program costs, beside what others do. Prints
 * figures; never fails for being slow, since only ratios hold from one machine to the next.
 */
import { parseArgs } from 'node:util';
import { flood } from './flood.ts';
import { keys } from './keys.ts';
import { type Bench, type Figure, table } from './measure.ts';
import { screen } from './screen.ts';
import { seeing } from './seeing.ts';
import { startup } from './startup.ts';
import { steps } from './steps.ts';
import { terminal } from './terminal.ts';

const benches: Record<string, Bench> = { startup, steps, screen, flood, terminal, keys, seeing };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '5' }, long: { type: 'boolean', default: false } },
});

const runs = Number(values.runs);
const names = positionals.length > 0 ? positionals : Object.keys(benches);
const unknown = names.filter(name => !(name in benches));

if (unknown.length > 0 || !(runs >= 1)) {
  const known = Object.keys(benches).join(' ');
  process.stderr.write(`usage: npm run bench -- [${known}] [--runs N] [--long]\n`);
  process.exitCode = 2;
} else {
  await measure();
}

async function measure(): Promise<void> {
  const figures: Figure[] = [];
  for (const name of names) {
    process.stderr.write(`measuring ${name} …\n`);
    try {
      figures.push(...((await benches[name]?.({ runs, long: values.long })) ?? []));
    } catch (error) {
      process.stderr.write(`${name} could not be measured: ${String(error)}\n`);
      process.exitCode = 1;
    }
  }
  process.stdout.write(`${table(figures)}\n`);
}
