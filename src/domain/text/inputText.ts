import { z } from "zod";
import { isMalformed, isWithin, unitsMaxOf } from "./graphemes";
import { isVisible } from "./isVisible";

/** Every schema of a text that comes from outside is made here: a test walks all inputs and asks this list. */
const inputTexts = new WeakSet<z.ZodType>();

/** Whether a schema of a text was made by one of the builders of this file. */
export const isInputText = (schema: z.ZodType) => inputTexts.has(schema);

/** What somebody writes: lines are kept, and there is something to see. */
export function writtenText(lengthMax: number) {
  return listed(
    bounded(lengthMax)
      .overwrite(withPlainLines)
      .refine(isVisible, "text_not_visible")
      .refine(...length(lengthMax)),
  );
}

/** What somebody may write or leave empty: a comment, a reason. */
export function optionalText(lengthMax: number) {
  return listed(
    bounded(lengthMax)
      .overwrite(withPlainLines)
      .refine(...length(lengthMax)),
  );
}

/** A name, a subject, a tag: one line, with something to see. */
export function lineText(lengthMax: number) {
  return listed(
    bounded(lengthMax)
      .overwrite(inOneLine)
      .refine(isVisible, "text_not_visible")
      .refine(...length(lengthMax)),
  );
}

/** A line that may be left empty: what is searched for, a name that follows from something else. */
export function optionalLine(lengthMax: number) {
  return listed(
    bounded(lengthMax)
      .overwrite(inOneLine)
      .refine(...length(lengthMax)),
  );
}

/** A password: every sign of it counts, and none is changed. */
export function secretText(lengthMin: number, lengthMax: number) {
  return listed(
    bounded(lengthMax)
      .refine((text) => text.length >= lengthMin, "text_too_short")
      .refine(...length(lengthMax)),
  );
}

/** What a machine wrote, of signs that a pattern names: a key, a cursor, a position. */
export function codeText(lengthMax: number, pattern: RegExp) {
  return listed(bounded(lengthMax).max(lengthMax).regex(pattern, "code_malformed"));
}

/** A text that is only compared: as it was shown, or typed to sign in. */
export function shownText(lengthMax: number) {
  return listed(bounded(lengthMax).refine(...length(lengthMax)));
}

/** A name of a list that somebody else keeps, such as a time zone's. */
export function namedText(lengthMax: number, isKnown: (text: string) => boolean, message: string) {
  return listed(bounded(lengthMax).refine(isKnown, message));
}

/** NUL and half a surrogate pair can be stored by nobody: they are refused, never dropped without a word. */
export function isStorable(text: string): boolean {
  return !text.includes("\0") && !isMalformed(text);
}

const bounded = (lengthMax: number) =>
  z
    .string()
    .max(unitsMaxOf(lengthMax), { error: "text_too_long", abort: true })
    .refine(isStorable, { error: "text_malformed", abort: true });

const length = (lengthMax: number) => [(text: string) => isWithin(text, lengthMax), "text_too_long"] as const;

/** Lines end as everywhere; of other control signs, which show nothing and steer terminals, a pasted text is rid. */
function withPlainLines(text: string): string {
  return text
    .replace(/\r\n?|[\v\f\u0085]/g, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .trim();
}

function inOneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();
}

function listed<Schema extends z.ZodType>(schema: Schema): Schema {
  inputTexts.add(schema);
  return schema;
}
