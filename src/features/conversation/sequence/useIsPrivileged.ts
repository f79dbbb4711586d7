"use client";

import { isSeenByPrivilege } from "@/domain/pov/isSeenByPrivilege";
import type { InteractionView } from "@/domain/views/repViews";
import { useMe } from "@/features/live/MeGate";

/** Whether the viewer sees one of these by role or rule alone; of all others their own lists tell. */
export function useIsPrivileged(interactions: readonly InteractionView[]): boolean {
  const { organization, teams } = useMe();
  const groupIds = [...teams.map(({ id }) => id), organization.id];
  return interactions.some((each) => isSeenByPrivilege(each, groupIds));
}
