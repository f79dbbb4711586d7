import type { LoadedRequest } from "../load/loadRequest";

/**
 * What a member may know of a sequence from now on. It is kept in their list, so that it stays when they leave (P2).
 */
export function memberFacts(
  { sequence, request }: Pick<LoadedRequest, "sequence" | "request">,
  changed: {
    state?: string;
    category_id?: string | null;
    subject?: string;
    tags?: string[];
    team_id?: string | null;
    assigned_to_id?: string | null;
  } = {},
) {
  return {
    subject: changed.subject ?? sequence.subject,
    state: changed.state ?? sequence.state,
    categoryId: changed.category_id === undefined ? sequence.category_id : changed.category_id,
    tags: changed.tags ?? sequence.tags,
    teamId: changed.team_id === undefined ? request.team_id : changed.team_id,
    assignedToId: changed.assigned_to_id === undefined ? request.assigned_to_id : changed.assigned_to_id,
  };
}
