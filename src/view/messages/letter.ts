/** Messages are for the plan's readers: in the plan's language and full characters, whatever the operator's screen. */
import { type Scene, sceneOf } from '../scene/scene.ts';

export function letterScene({ input }: Scene): Scene {
  return sceneOf({ ...input, language: input.plan.language, ascii: false });
}
