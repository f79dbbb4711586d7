/**
 * A sign that shows: no space, control or format sign, mark without a letter, filler, or what Unicode says is to be
 * ignored. Braille's blank pattern, the null notehead and the stand-in for an object are the signs that its properties miss.
 */
const SHOWS =
  /[^\s\p{Z}\p{Cc}\p{Cf}\p{Cs}\p{M}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}\u2800\ufffc\u{1d159}]/u;

/** Whether a person sees anything of a text. */
export function isVisible(text: string): boolean {
  return SHOWS.test(text);
}
