import { z } from "zod";
import { isMalformed, isWithin, unitsMaxOf } from "./graphemes";
import { isVisible } from "./isVisible";

/** All schemas for texts from outside. A test walks all inputs and checks that each text is in here. */
const inputTexts = new WeakSet<z.ZodType>();

/** Whether a builder of this file made the schema. */
export const isInputText = (schema: z.ZodType) => inputTexts.has(schema);

/** A text that somebody writes. It keeps its lines, and something in it must be visible. */
export function writtenText(lengthMax: number) {
  return listed(
    bounded(lengthMax)
      .overwrite(withPlainLines)
      .refine(isVisible, "text_not_visible")
      .refine(...length(lengthMax)),
  );
}

/** A text that may be empty, such as a comment or a reason. */
export function optionalText(lengthMax: number) {
  return listed(
    bounded(lengthMax)
      .overwrite(withPlainLines)
      .refine(...length(lengthMax)),
  );
}

/** One line with something visible, such as a name, a subject or a tag. */
export function lineText(lengthMax: number) {
  return listed(
    bounded(lengthMax)
      .overwrite(inOneLine)
      .refine(isVisible, "text_not_visible")
      .refine(...length(lengthMax)),
  );
}

/** One line that may be empty, such as a search text or an optional name. */
export function optionalLine(lengthMax: number) {
  return listed(
    bounded(lengthMax)
      .overwrite(inOneLine)
      .refine(...length(lengthMax)),
  );
}

/** A password. Nothing in it is trimmed or changed. */
export function secretText(lengthMin: number, lengthMax: number) {
  return listed(
    bounded(lengthMax)
      .refine((text) => text.length >= lengthMin, "text_too_short")
      .refine(...length(lengthMax)),
  );
}

/** A text that a machine wrote, such as a key, a cursor or a position; it must match the pattern. */
export function codeText(lengthMax: number, pattern: RegExp) {
  return listed(bounded(lengthMax).max(lengthMax).regex(pattern, "code_malformed"));
}

/** A text that is only compared, such as a value that was shown or typed to sign in. */
export function shownText(lengthMax: number) {
  return listed(bounded(lengthMax).refine(...length(lengthMax)));
}

/** A name from a list that others maintain, such as a time zone. */
export function namedText(lengthMax: number, isKnown: (text: string) => boolean, message: string) {
  return listed(bounded(lengthMax).refine(isKnown, message));
}

/** Whether a text can be stored. NUL and lone surrogates cannot; such a text is refused, never silently changed. */
export function isStorable(text: string): boolean {
  return !text.includes("\0") && !isMalformed(text);
}

const bounded = (lengthMax: number) =>
  z
    .string()
    .max(unitsMaxOf(lengthMax), { error: "text_too_long", abort: true })
    .refine(isStorable, { error: "text_malformed", abort: true });

const length = (lengthMax: number) => [(text: string) => isWithin(text, lengthMax), "text_too_long"] as const;

/** Turns all line ends into "\n" and drops other control characters, which are invisible and can steer terminals. */
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
