const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const INSTANT = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z/g;
const REFERENCE = /\b[A-Z0-9]{3}-[A-Z0-9]{4}\b/g;
const SEALED = /"(id|visit|messageId)":"(?!<)[A-Za-z0-9_-]{16,}"/g;
const VERSION = /("sequenceId":"([0-9a-f-]{36})"(?:(?!"sequenceId").)*?"version":)(\d+)/gs;

/** A text in words that are the same for two runs of one script: ids, times and references by their kind, the run's own word as "<unique>". */
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
 * Writes versions as how far they are from the first that was seen of the same sequence: where they begin is chance, how
 * they grow is not.
 *
 * @param first the first version of each sequence, kept over all texts of one run
 */
export function versionSteps(text: string, first: Map<string, number>): string {
  return text.replace(VERSION, (_, head: string, sequenceId: string, version: string) => {
    const base = first.get(sequenceId) ?? Number(version);
    first.set(sequenceId, base);
    return `${head}"+${Number(version) - base}"`;
  });
}
