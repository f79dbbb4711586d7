const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const INSTANT = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z/g;
const REFERENCE = /\b[A-Z0-9]{3}-[A-Z0-9]{4}\b/g;
const SEALED = /"(id|visit|messageId)":"(?!<)[A-Za-z0-9_-]{16,}"/g;
const VERSION = /("sequenceId":"([0-9a-f-]{36})"(?:(?!"sequenceId").)*?"version":)(\d+)/gs;

/** A text that is the same for two runs of one script: ids, times and references are replaced, and the run's word. */
export function normalized(text: string, unique: string): string {
  return text
    .replaceAll(unique, "<unique>")
    .replace(UUID, "<id>")
    .replace(INSTANT, "<instant>")
    .replace(REFERENCE, "<reference>")
    .replace(SEALED, '"$1":"<sealed>"')
    .replace(/"untilMs":\d+/g, '"untilMs":"<instant>"');
}

/**
 * Replaces each version by its distance from the first one seen of the same sequence. Only where versions begin is
 * chance, not how they grow.
 *
 * @param first the first version of each sequence, shared by all texts of one run
 */
export function versionSteps(text: string, first: Map<string, number>): string {
  return text.replace(VERSION, (_, head: string, sequenceId: string, version: string) => {
    const base = first.get(sequenceId) ?? Number(version);
    first.set(sequenceId, base);
    return `${head}"+${Number(version) - base}"`;
  });
}
