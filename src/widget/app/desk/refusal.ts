import type { ErrorCode } from "@/contract/errorCodes";

/** What went wrong with a call: a code of the desk's, "unreachable" when no answer came, `DESK_AWAY`. */
export class Refusal extends Error {
  /** `waitMs` is how long the desk asks to wait before the next try. */
  constructor(
    readonly code: string,
    readonly waitMs = 0,
  ) {
    super(code);
    this.name = "Refusal";
  }
}

/** The desk answers, but can do nothing for now. */
export const DESK_AWAY = "unavailable" satisfies ErrorCode;

const TRANSIENT: ReadonlySet<string> = new Set<ErrorCode>([
  DESK_AWAY,
  "unreachable",
  "too_many_requests",
  "stale_version",
]);

/** The refusal of a message whose number belongs to another one: it can go as a new one only. */
export const NUMBER_TAKEN = "client_id_reused" satisfies ErrorCode;

/** The code of anything thrown; what is not a refusal counts as unreachable. */
export function codeOf(thrown: unknown): string {
  return thrown instanceof Refusal ? thrown.code : "unreachable";
}

/** How long the desk asks to wait before the next try, in ms; 0 where it does not. */
export function waitMsOf(thrown: unknown): number {
  return thrown instanceof Refusal ? thrown.waitMs : 0;
}

/** Whether the same call may succeed later without the person doing anything. */
export function isTransient(code: string): boolean {
  return TRANSIENT.has(code);
}
