import type { Ledger } from "./ledger";
import type { Plan } from "./plan";

/** One played customer with their request. */
export interface PlayedRequest {
  readonly customer: number;
  readonly plan: Plan;
  /** Messages that the server acknowledged to the customer so far. */
  saidCount: number;
}

/** An open question to another team: whoever is invited there answers it. */
export interface InsideQuestion {
  readonly answer: string;
  isTaken: boolean;
  isAnswered: boolean;
}

/** What the players of one run know of each other, beyond what the desk shows them. */
export interface Stage {
  readonly ledger: Ledger;
  /** By the client id of the opening message: that is how a rep knows a played request from a real one. */
  readonly requests: Map<string, PlayedRequest>;
  /** By sequence: played requests, and null for those of others, which are left alone. */
  readonly recognised: Map<string, PlayedRequest | null>;
  /** Played requests that were closed, with the team that they belonged to. */
  readonly closedTeamIds: Map<string, string | null>;
  /** Sequences that some played rep is taking care of, so that no two of them do. */
  readonly claimed: Set<string>;
  /** By the backchannel's interaction. */
  readonly insideQuestions: Map<string, InsideQuestion>;
}

/** Opens an empty stage. */
export function openStage(ledger: Ledger): Stage {
  return {
    ledger,
    requests: new Map(),
    recognised: new Map(),
    closedTeamIds: new Map(),
    claimed: new Set(),
    insideQuestions: new Map(),
  };
}
