"use client";

import { useMe } from "@/client/me/MeGate";
import { isSeenByPrivilege } from "@/contract/views/isSeenByPrivilege";
import type { InteractionView } from "@/contract/views/repViews";

/** Whether the viewer sees one of these by role or rule alone; of all others their own lists tell. */
export function useIsPrivileged(interactions: readonly InteractionView[]): boolean {
  const { organization, teams } = useMe();
  const groupIds = [...teams.map(({ id }) => id), organization.id];
  return interactions.some((each) => isSeenByPrivilege(each, groupIds));
}
