import type { JobRecord } from '../../../machines/context.ts';
import { instant, type Scene } from '../../view/scene/scene.ts';
import type { RecordedOutput } from '../input.ts';
import { scriptOfJob, titleOfJob } from '../story/commands.ts';
import type { Story } from '../story/story.ts';
import type { OutputFact } from '../types.ts';

/** Of each job, beside the plan too, in the order in which they were started. */
export function outputsOf(story: Story): OutputFact[] {
  return [...story.starts.keys()].flatMap(id => {
    const job = story.scene.context.jobs[id];
    return job ? [outputOf(story, job)] : [];
  });
}

function outputOf(story: Story, job: JobRecord): OutputFact {
  const { scene, input, exits } = story;
  const recorded = input.outputs.get(job.id);
  const { startedAt, exitedAt = null } = job;
  return {
    job: job.id,
    step: job.step,
    title: titleOfJob(scene, job),
    script: scriptOfJob(story, job),
    attempt: job.attempt,
    host: scene.text(job.host),
    startedAt,
    endedAt: exitedAt,
    took: exitedAt === null ? null : Math.max(0, instant(exitedAt)! - instant(startedAt)!),
    code: job.code ?? null,
    ok: job.ok ?? null,
    size: job.size ?? recorded?.size ?? 0,
    sha256: exits.get(job.id)?.sha256 ?? null,
    head: recorded?.head ?? '',
    tail: recorded?.tail ?? '',
    omitted: recorded?.omitted ?? 0,
    remark: recorded ? remarkText(scene, recorded) : '',
    player: recorded?.player ?? null,
  };
}

/** What was left out by ourselves is said where nothing of it is shown: between two ends the gap is drawn. */
function remarkText(scene: Scene, { remark, omitted, head, tail }: RecordedOutput): string {
  const words = scene.words.seen.sentences.output;
  const lines = [
    remark ? words[remark.why](sizeText(scene, remark.bytes)) : '',
    omitted > 0 && head === '' && tail === '' ? words.leftOut(sizeText(scene, omitted)) : '',
  ];
  return lines.filter(Boolean).join(' ');
}

const kibi = 1024;

/** `812 octets`, `64 Kio`, `1,5 Mio`. */
function sizeText({ words, input }: Scene, bytes: number): string {
  const { sentences } = words.seen;
  if (bytes < kibi) return sentences.bytes(bytes);
  if (bytes < kibi * kibi) return sentences.kibibytes(String(Math.round(bytes / kibi)));
  const count = (bytes / kibi / kibi).toFixed(1);
  return sentences.mebibytes(input.language === 'fr' ? count.replace('.', ',') : count);
}
