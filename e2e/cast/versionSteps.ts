const VERSION = /("sequenceId":"([0-9a-f-]{36})"(?:(?!"sequenceId").)*?"version":)(\d+)/gs;

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
