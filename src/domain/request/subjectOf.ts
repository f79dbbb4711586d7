import { cutToLength, graphemeCount } from "../text/graphemes";
import { isVisible } from "../text/isVisible";

const SUBJECT_LENGTH_MAX = 80;

/**
 * A first subject for a matter: the first line of what the customer wrote that shows anything, cut at a word; people
 * rename it (O11).
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
