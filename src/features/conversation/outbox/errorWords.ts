import { ERROR_CODES, type ErrorCode } from "@/contract/errorCodes";

/** The key of a refusal's text: a kept refusal may be of another version, and then it is only known that it failed. */
export function errorWords(code: string | null): ErrorCode {
  return ERROR_CODES.find((each) => each === code) ?? "unknown";
}
