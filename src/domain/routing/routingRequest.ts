import type { RequestClassification } from "./category/classifyRequest";

/** Who or what set a request's category (C9). */
export type CategorySource = "customer" | "rule" | "rep" | "classifier";

/** The facts of a request that routing uses (R1, R9). */
export type RoutingRequest = {
  readonly requestId: string;
  readonly contactId: string;
  readonly categoryId: string | null;
  readonly categorySource: CategorySource | null;
  /** The team that the customer chose, or that the request was handed over to (O8). It outranks the category's team. */
  readonly teamId: string | null;
  /** The rep that the customer asked for (O1). */
  readonly personId: string | null;
  /** What the customer wrote. Searched for keywords only if there is no category yet. */
  readonly text: string;
  /** The classifier's answer for the text. Absent without a model, and if there is a category already. */
  readonly classification?: RequestClassification | null;
  /** The capacity units that the request takes; 1 unless its carrier or sequence says otherwise. */
  readonly weight: number;
  readonly serviceTier: string | null;
  readonly requiredSkills: readonly string[];
  /** The reps who recently declined this request or let its offer expire. */
  readonly excludedRepIds: readonly string[];
  readonly waitingSinceMs: number;
  /** "supervisor" for an escalated request (R16): only supervisors of the team may get it. Absent: any rep may. */
  readonly requiredRole?: "supervisor";
};
