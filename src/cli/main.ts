declare const BASCULE_VERSION: string | undefined;

/** The program's version; `0.0.0` when run from its sources. */
export const version = typeof BASCULE_VERSION === 'string' ? BASCULE_VERSION : '0.0.0';

const [first] = process.argv.slice(2);

// Nothing else is loaded for the two questions that scripts ask most.
if (first === '--version' || first === '-V') {
  process.stdout.write(`${version}\n`);
} else {
  const { main } = await import('./program.ts');
  await main(process.argv, version);
}
