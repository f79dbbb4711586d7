export type SetupAnswers = {
  organizationName: string;
  timeZone: string;
  name: string;
  email: string;
  password: string;
};

export type SetupMistake = "missing" | "emailWrong" | "passwordShort";

export const PASSWORD_LENGTH_MIN = 12;

/** What is still wrong with the answers, by field; empty when they can be sent. The server decides for good. */
export function checkSetup(answers: SetupAnswers): Partial<Record<keyof SetupAnswers, SetupMistake>> {
  const mistakes: Partial<Record<keyof SetupAnswers, SetupMistake>> = {};
  if (answers.organizationName.trim() === "") mistakes.organizationName = "missing";
  if (answers.name.trim() === "") mistakes.name = "missing";
  if (!/^\S+@\S+\.\S+$/.test(answers.email.trim())) mistakes.email = answers.email.trim() ? "emailWrong" : "missing";
  if (answers.password.length < PASSWORD_LENGTH_MIN) mistakes.password = answers.password ? "passwordShort" : "missing";
  return mistakes;
}
