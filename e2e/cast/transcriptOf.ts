import { normalized, versionSteps } from "./normalized";
import type { StreamFrame } from "./recordBytes";

const POSITION = /([0-9a-zA-Z_<>-]+)\.(\d+)/g;

/**
 * Frames as lines that are the same for two runs of one script. Types, order, texts and counts stay; positions become
 * their distance from the frame before.
 */
export function transcriptOf(frames: readonly StreamFrame[], unique: string): string[] {
  const last = new Map<string, number>();
  const first = new Map<string, number>();
  return frames.map(
    ({ id, event, data }) => `${event} ${stepsOf(id, last)} ${normalized(versionSteps(data, first), unique)}`,
  );
}

/** How far each list moved; "first" for a list that is seen for the first time. */
function stepsOf(id: string, last: Map<string, number>): string {
  const steps = [...id.matchAll(POSITION)].map(([, list = "", position = "0"]) => {
    const before = last.get(list);
    last.set(list, Number(position));
    return before === undefined ? "first" : `+${Number(position) - before}`;
  });
  return steps.join(" ");
}
