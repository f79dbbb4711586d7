import type { ErrorCode } from "@/client/errors/errorCodeOf";
import { DOMAIN_ERROR_CODES } from "@/domain/errors";

/** The key of a refusal's text: a kept refusal may be of another version, and then it is only known that it failed. */
export function errorWords(code: string | null): ErrorCode {
  return DOMAIN_ERROR_CODES.find((each) => each === code) ?? "unknown";
}
