/**
 * A visible sign: not a space, control or format character, mark, or anything that Unicode marks as ignorable.
 * Unicode's properties miss the blank Braille pattern, the null notehead and the object replacement character.
 */
const SHOWS =
  /[^\s\p{Z}\p{Cc}\p{Cf}\p{Cs}\p{M}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}\u2800\ufffc\u{1d159}]/u;

/** Whether a person can see anything in a text. */
export function isVisible(text: string): boolean {
  return SHOWS.test(text);
}
