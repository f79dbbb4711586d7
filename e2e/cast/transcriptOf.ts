import type { StreamFrame } from "./recordBytes";

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const INSTANT = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z/g;
const REFERENCE = /\b[A-Z0-9]{3}-[A-Z0-9]{4}\b/g;
const SEALED = /"(id|messageId)":"(?!<)[A-Za-z0-9_-]{16,}"/g;
const POSITION = /([0-9a-zA-Z_<>-]+)\.(\d+)/g;

/**
 * Frames in words that are the same for two runs of one script: ids, times and references by their kind, the run's own
 * word as "<unique>", positions by how far they moved since the frame before. Types, order, texts and counts stay.
 */
export function transcriptOf(frames: readonly StreamFrame[], unique: string): string[] {
  const last = new Map<string, number>();
  return frames.map(({ id, event, data }) => `${event} ${stepsOf(id, last)} ${normalized(data, unique)}`);
}

/** How far each list moved; a list seen for the first time says only that. */
function stepsOf(id: string, last: Map<string, number>): string {
  const steps = [...id.matchAll(POSITION)].map(([, list = "", position = "0"]) => {
    const before = last.get(list);
    last.set(list, Number(position));
    return before === undefined ? "first" : `+${Number(position) - before}`;
  });
  return steps.join(" ");
}

function normalized(data: string, unique: string): string {
  return data
    .replaceAll(unique, "<unique>")
    .replace(UUID, "<id>")
    .replace(INSTANT, "<instant>")
    .replace(REFERENCE, "<reference>")
    .replace(SEALED, '"$1":"<sealed>"')
    .replace(/"untilMs":\d+/g, '"untilMs":"<instant>"');
}
