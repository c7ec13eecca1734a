/** `npm run chaos -- [--kills N --seed N --width N]`: the long one. Prints the counts, and the seed of whatever went wrong. */
import { parseArgs } from 'node:util';
import { campaign, hits, type Tally } from './campaign.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '42' },
    width: { type: 'string', default: '4' },
  },
});

const say = (tally: Tally): void => {
  process.stderr.write(
    `\r${tally.runs} runs, ${hits(tally)} kills, ${tally.violations.length} violations `,
  );
};

const began = performance.now();
const { violations, ...counts } = await campaign({
  kills: Number(values.kills),
  seed: Number(values.seed),
  width: Number(values.width),
  each: 12,
  told: say,
});
process.stderr.write('\n');
process.stdout.write(`${JSON.stringify(counts, null, 2)}\n`);
process.stdout.write(
  `${Math.round((performance.now() - began) / 1000)} s, ${violations.length} violations\n`,
);
for (const violation of violations) process.stdout.write(`${violation}\n`);
process.exitCode = violations.length > 0 ? 1 : 0;
