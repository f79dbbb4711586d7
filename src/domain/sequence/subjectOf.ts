const SUBJECT_LENGTH_MAX = 80;

/** A first subject for a matter: the first line of what the customer wrote, cut at a word; people rename it (O11). */
export function subjectOf(text: string): string {
  const line = text.trim().split(/\r?\n/, 1)[0]?.replace(/\s+/g, " ").trim() ?? "";
  if (line.length <= SUBJECT_LENGTH_MAX) return line;
  const cut = line.slice(0, SUBJECT_LENGTH_MAX - 1);
  const lastSpace = cut.lastIndexOf(" ");
  return `${lastSpace > SUBJECT_LENGTH_MAX / 2 ? cut.slice(0, lastSpace) : cut}…`;
}
