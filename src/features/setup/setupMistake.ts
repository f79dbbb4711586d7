import { z } from "zod";
import { SetUpOrganization } from "@/contract/inputs/organization";

/** The input of the contract, except that spaces around the e-mail address are allowed. */
export const SetupAnswers = SetUpOrganization.extend({ email: z.string().trim().pipe(SetUpOrganization.shape.email) });
export type SetupAnswers = z.input<typeof SetupAnswers>;

export type SetupMistake = "missing" | "emailWrong" | "passwordShort" | "tooLong" | "unusable";

/** The mistake in an answer that the contract refuses with `message`. */
export function setupMistake({ message }: { message?: string | undefined }, answer: string): SetupMistake {
  switch (message) {
    case "text_not_visible":
      return "missing";
    case "text_malformed":
      return "unusable";
    case "text_too_short":
      return answer === "" ? "missing" : "passwordShort";
    case "text_too_long":
      return "tooLong";
    default:
      return answer.trim() === "" ? "missing" : "emailWrong";
  }
}
