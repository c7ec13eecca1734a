import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cancelFolder } from './cancel.ts';
import { buildFolder, folderOf, jobFiles, makeJobsFolder } from './folder.ts';
import { followOutput } from './following.ts';
import { attachWrapper, launchWrapper, type Wrapper } from './launch.ts';
import { operatorNofile } from './nofile.ts';
import { readRange, sizeOf } from './output.ts';
import { probeFolder } from './probe.ts';
import { revokeFolder } from './revoke.ts';
import { seenReader } from './seen.ts';
import type { Jobs, Probe } from './types.ts';
import { isOutcome, waitFor } from './wait.ts';
import { installWrapper } from './wrapper.ts';

export interface JobsOptions {
  /** Absolute path of the run's `jobs/`; created at need. */
  folder: string;
  /** Soft limit on open files for the commands; default: the operator's shell's. */
  nofile?: number;
}

/** The durable jobs of one run, on this host. How a job's folder reads: docs/jobs.md. */
export function createJobs({ folder: root, nofile = operatorNofile() }: JobsOptions): Jobs {
  /** Why a wrapper that this very process launched did not get far enough to say it itself. */
  const failures = new Map<string, string>();
  const readers = new Map<string, ReturnType<typeof seenReader>>();
  const folder = (id: string) => folderOf(root, id);
  const outputPath = (id: string) => join(folder(id), 'output');
  const wrapperOf = (id: string, env: Record<string, string>): Wrapper => ({
    script: join(root, 'wrapper.sh'),
    folder: folder(id),
    env,
    failed: why => failures.set(id, why),
  });
  const probe = async (id: string): Promise<Probe> => {
    const failure = failures.get(id);
    const found = await probeFolder(folder(id));
    if (found.state !== 'not-started' || found.why !== undefined || !failure) return found;
    return { ...found, why: failure };
  };

  return {
    probe,
    outputPath,
    exists: id => existsSync(folder(id)),
    prepare: async (id, spec) => {
      const target = folder(id);
      const files = jobFiles(spec, nofile);
      await makeJobsFolder(root);
      await installWrapper(root);
      await buildFolder(target, files);
    },
    launch: (id, env) => launchWrapper(wrapperOf(id, env)),
    attach: (id, env, signal) => attachWrapper(wrapperOf(id, env), signal),
    revoke: (id, why) => revokeFolder(folder(id), why),
    cancel: (id, grace = 30) => cancelFolder(folder(id), grace),
    wait: (id, { until = isOutcome, signal } = {}) =>
      waitFor(folder(id), () => probe(id), until, signal),
    read: (id, offset, bytes) => readRange(outputPath(id), offset, bytes),
    size: id => sizeOf(outputPath(id)),
    follow: (id, search, signal) => followOutput(folder(id), search, signal),
    seen: async id => {
      const reader = readers.get(id) ?? seenReader(join(folder(id), 'seen'));
      readers.set(id, reader);
      return reader();
    },
  };
}
