import { cutToLength, graphemeCount } from "../text/graphemes";
import { isVisible } from "../text/isVisible";

const SUBJECT_LENGTH_MAX = 80;

/**
 * The first subject of a sequence: the first visible line of what the customer wrote, at most 80 signs, cut at a word
 * where possible. Empty only if nothing in the text is visible. People can rename it (O11).
 */
export function subjectOf(text: string): string {
  const lines = text.split(/\r\n|[\r\n\u2028\u2029]/).map((each) => each.replace(/\s+/g, " ").trim());
  const line = lines.find(isVisible) ?? "";
  const whole = cutToLength(line, SUBJECT_LENGTH_MAX);
  if (whole.length >= line.length) return whole;
  const cut = cutToLength(line, SUBJECT_LENGTH_MAX - 1);
  const lastSpace = cut.lastIndexOf(" ");
  const isWordEnd = lastSpace > 0 && graphemeCount(cut.slice(0, lastSpace)) > SUBJECT_LENGTH_MAX / 2;
  return `${isWordEnd ? cut.slice(0, lastSpace) : cut}…`;
}
