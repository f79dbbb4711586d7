import type { ErrorCode } from "@/contract/errorCodes";

/** Why a call failed: a code of the desk, "unreachable" if no answer came, or `DESK_AWAY`. */
export class Refusal extends Error {
  /** @param waitMs how long the desk asks to wait before the next try; 0 if it does not */
  constructor(
    readonly code: string,
    readonly waitMs = 0,
  ) {
    super(code);
    this.name = "Refusal";
  }
}

/** The desk answers, but cannot do anything at present. */
export const DESK_AWAY = "unavailable" satisfies ErrorCode;

const TRANSIENT: ReadonlySet<string> = new Set<ErrorCode>([
  DESK_AWAY,
  "unreachable",
  "too_many_requests",
  "stale_version",
]);

/** The refusal of a message whose client id belongs to another one. It can only be sent as a new message. */
export const NUMBER_TAKEN = "client_id_reused" satisfies ErrorCode;

/** The code of anything thrown; "unreachable" if it is no `Refusal`. */
export function codeOf(thrown: unknown): string {
  return thrown instanceof Refusal ? thrown.code : "unreachable";
}

/** How long the desk asks to wait before the next try, in ms; 0 if it does not. */
export function waitMsOf(thrown: unknown): number {
  return thrown instanceof Refusal ? thrown.waitMs : 0;
}

/** Whether the same call may succeed later without the person's doing. */
export function isTransient(code: string): boolean {
  return TRANSIENT.has(code);
}
