/** One run as its folder tells it. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Entry, EntryOf, FactType } from '../../../../machines/entries.ts';
import type { HelmRecord } from '../../../../src/store/types.ts';
import { until } from '../../../plans/ops-bail-mobilite/rehearsal.ts';
import { Target } from './target.ts';

export class RunFolder {
  readonly folder: string;
  readonly id: string;
  readonly target: Target;

  constructor(folder: string) {
    this.folder = folder;
    this.id = basename(folder);
    this.target = new Target(join(folder, 'target'));
  }

  /** Whole entries; one that is being written is left for the next look. */
  journal(): Entry[] {
    const lines = readFileSync(join(this.folder, 'journal.jsonl'), 'utf8').split('\n');
    return lines.slice(0, -1).map(line => JSON.parse(line) as Entry);
  }

  entries<T extends FactType>(type: T): EntryOf<T>[] {
    return this.journal().filter((entry): entry is EntryOf<T> => entry.type === type);
  }

  /** Every step whose command was started, in order, one for each start; commands beside the plan left out. */
  started(): string[] {
    return this.#planJobs().map(({ step }) => step);
  }

  /** Boxes that a command looked at, with its verdict, in order. */
  checked(): [string, boolean][] {
    const checks = this.entries('job.started').filter(({ check }) => check !== undefined);
    const exits = new Map(this.entries('job.exited').map(exit => [exit.job, exit.ok]));
    return checks.map(({ job, check }) => [check!, exits.get(job) ?? false]);
  }

  #planJobs(): EntryOf<'job.started'>[] {
    const beside = ({ adhoc, check }: EntryOf<'job.started'>) => adhoc ?? check;
    return this.entries('job.started').filter(entry => beside(entry) === undefined);
  }

  /** Output of the latest job of a step, or of a job by its id. */
  output(step: string): string {
    const job =
      this.entries('job.started').find(one => one.job === step)?.job ??
      this.#planJobs().findLast(entry => entry.step === step)?.job ??
      '';
    return readFileSync(join(this.folder, 'jobs', job, 'output'), 'utf8');
  }

  /** Resolves once the latest command of a step has ended, whoever looks on. */
  async jobEnds(step: string): Promise<void> {
    const job = this.#planJobs().findLast(entry => entry.step === step)?.job ?? '';
    await until(() => !this.unfinishedJobs().includes(job), `the end of ${step}`);
  }

  /** Who drives, or drove last, as the file `helm` says. */
  helm(): HelmRecord {
    return JSON.parse(readFileSync(join(this.folder, 'helm'), 'utf8')) as HelmRecord;
  }

  /** Folders of the jobs that never said how they ended. */
  unfinishedJobs(): string[] {
    const jobs = join(this.folder, 'jobs');
    return readdirSync(jobs, { withFileTypes: true })
      .filter(item => item.isDirectory())
      .map(({ name }) => name)
      .filter(name => !readdirSync(join(jobs, name)).includes('exit'));
  }

  /** Faults for the commands to come; '' for none. */
  setFaults(faults: string): void {
    writeFileSync(join(this.folder, 'target/faults'), `${faults}\n`);
  }
}
