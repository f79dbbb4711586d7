import { NAME_LENGTH_MAX, PASSWORD_LENGTH_MAX, PASSWORD_LENGTH_MIN } from "@/contract/inputs/limits";
import { isMalformed, isWithin } from "@/domain/text/graphemes";
import { isVisible } from "@/domain/text/isVisible";

export type SetupAnswers = {
  organizationName: string;
  timeZone: string;
  name: string;
  email: string;
  password: string;
};

export type SetupMistake = "missing" | "emailWrong" | "passwordShort" | "tooLong" | "unusable";

/** What is still wrong with the answers, by field; empty when they can be sent. The server decides for good. */
export function checkSetup(answers: SetupAnswers): Partial<Record<keyof SetupAnswers, SetupMistake>> {
  const mistakes: Partial<Record<keyof SetupAnswers, SetupMistake>> = {};
  for (const field of ["organizationName", "name"] as const) {
    const mistake = mistakeOf(answers[field], NAME_LENGTH_MAX);
    if (mistake) mistakes[field] = mistake;
  }
  if (!/^\S+@\S+\.\S+$/.test(answers.email.trim())) mistakes.email = answers.email.trim() ? "emailWrong" : "missing";
  if (answers.password.length < PASSWORD_LENGTH_MIN) mistakes.password = answers.password ? "passwordShort" : "missing";
  else if (!isWritable(answers.password)) mistakes.password = "unusable";
  else if (!isWithin(answers.password, PASSWORD_LENGTH_MAX)) mistakes.password = "tooLong";
  return mistakes;
}

function mistakeOf(text: string, lengthMax: number): SetupMistake | null {
  if (!isWritable(text)) return "unusable";
  if (!isVisible(text)) return "missing";
  return isWithin(text.trim(), lengthMax) ? null : "tooLong";
}

/** NUL and half a sign, which programs put onto the clipboard, can be kept by nobody. */
const isWritable = (text: string) => !text.includes("\0") && !isMalformed(text);
