/** What went wrong with a call: a code of the desk's, or "unreachable" when no answer came. */
export class Refusal extends Error {
  constructor(readonly code: string) {
    super(code);
    this.name = "Refusal";
  }
}

const TRANSIENT = new Set(["unreachable", "too_many_requests", "stale_version"]);

/** The refusal of a message whose number belongs to another one: it can go as a new one only. */
export const NUMBER_TAKEN = "client_id_reused";

/** The code of anything thrown; what is not a refusal counts as unreachable. */
export function codeOf(thrown: unknown): string {
  return thrown instanceof Refusal ? thrown.code : "unreachable";
}

/** Whether the same call may succeed later without the person doing anything. */
export function isTransient(code: string): boolean {
  return TRANSIENT.has(code);
}
