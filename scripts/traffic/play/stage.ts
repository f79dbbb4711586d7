import type { Ledger } from "./ledger";
import type { Plan } from "./plan";

/** One played customer with their request. */
export interface PlayedRequest {
  readonly customer: number;
  readonly plan: Plan;
  /** Messages of the customer that the server has acknowledged so far. */
  saidCount: number;
}

/** An open question to another team. The invited rep answers it. */
export interface InsideQuestion {
  readonly answer: string;
  isTaken: boolean;
  isAnswered: boolean;
}

/** What the players of one run know about each other, beyond what the desk shows them. */
export interface Stage {
  readonly ledger: Ledger;
  /** By the client id of the opening message, by which a rep recognises a played request. */
  readonly requests: Map<string, PlayedRequest>;
  /** By sequence: the played request, or null for a real one, which is left alone. */
  readonly recognised: Map<string, PlayedRequest | null>;
  /** The team of each closed played request, by sequence. */
  readonly closedTeamIds: Map<string, string | null>;
  /** Sequences that a played rep has claimed, so that no other one works on them. */
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
