import { quoted } from './failure.ts';

/** How one calls the program again about a run: `bascule resume RUN --home FOLDER`. @param home as it was given */
export function commandLine(subcommand: string, run: string, home: string | undefined): string {
  // Nothing but npm puts a project's own program on the path.
  const program = process.env.npm_execpath === undefined ? 'bascule' : 'npx bascule';
  return `${program} ${subcommand} ${run}${home === undefined ? '' : ` --home ${quoted(home)}`}`;
}
