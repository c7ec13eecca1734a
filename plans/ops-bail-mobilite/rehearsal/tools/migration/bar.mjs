const WIDTH = 28;

/** The framework's progress bar, for one line that `\r` rewrites. @param {number} done @param {number} total */
export function bar(done, total) {
  const full = total === 0 ? WIDTH : Math.floor((done / total) * WIDTH);
  const line = full === WIDTH ? '='.repeat(WIDTH) : `${'='.repeat(full)}>`.padEnd(WIDTH, '-');
  const percent = total === 0 ? 100 : Math.floor((done / total) * 100);
  return ` ${String(done).padStart(String(total).length)}/${total} [${line}] ${String(percent).padStart(3)}%`;
}

/** Draws it over the last one. @param {number} done @param {number} total */
export function drawBar(done, total) {
  process.stdout.write(`\r${bar(done, total)}`);
  if (done === total) process.stdout.write('\n');
}
