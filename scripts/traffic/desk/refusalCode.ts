import { TRPCClientError } from "@trpc/client";

/** Returns the code by which the desk refused a call, or the message of any other failure. */
export function refusalCode(error: unknown): string {
  if (error instanceof TRPCClientError) return error.message;
  return error instanceof Error ? error.message : String(error);
}

/** Tells whether a call got no answer. The same call with the same client id may then be made again. */
export function isUnanswered(error: unknown): boolean {
  return error instanceof TRPCClientError && error.data === undefined;
}
