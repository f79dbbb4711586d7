import type { RequestClassification } from "./category/classifyRequest";

/** Who or what set a request's category (C9). */
export type CategorySource = "customer" | "rule" | "rep" | "classifier";

/** What is to be routed (R1, R9): the facts of one request that a decision may weigh. */
export type RoutingRequest = {
  readonly requestId: string;
  readonly contactId: string;
  readonly categoryId: string | null;
  readonly categorySource: CategorySource | null;
  /** Already chosen: by the customer, or by the person who handed the request on (O8). Outranks the category's team. */
  readonly teamId: string | null;
  /** The rep whom the customer asked for (O1). */
  readonly personId: string | null;
  /** What the customer wrote; read for keywords only when there is no category yet. */
  readonly text: string;
  /** What the classifier says of the text. Absent where there is no model, or a category already. */
  readonly classification?: RequestClassification | null;
  /** Capacity units that the request takes of its rep, 1 unless its carrier or sequence says otherwise. */
  readonly weight: number;
  readonly serviceTier: string | null;
  readonly requiredSkills: readonly string[];
  /** Reps who declined this request lately, or let its offer run out. */
  readonly excludedRepIds: readonly string[];
  readonly waitingSinceMs: number;
  /** "supervisor" when the request was escalated (R16): only supervisors of the team may get it. Absent: any rep. */
  readonly requiredRole?: "supervisor";
};
