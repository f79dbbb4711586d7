import { TRPCClientError } from "@trpc/client";

/** The code by which the desk refused a call, or the sentence of any other failure. */
export function refusalCode(error: unknown): string {
  if (error instanceof TRPCClientError) return error.message;
  return error instanceof Error ? error.message : String(error);
}

/** Says whether a call never got an answer, so that the same call with the same client id may be made again. */
export function isUnanswered(error: unknown): boolean {
  return error instanceof TRPCClientError && error.data === undefined;
}
