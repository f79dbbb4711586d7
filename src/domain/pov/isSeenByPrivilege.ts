/** How a viewer stands to an interaction; "privileged" sees it by role or rule alone (P5, P6). */
export type ViewerStanding = "taking_part" | "invited" | "took_part" | "privileged";

/** How somebody stands to an interaction that they were ever asked into. */
export type ParticipationStatus = "invited" | "taking_part" | "left" | "declined";

type SeenInteraction = {
  readonly viewer: ViewerStanding;
  readonly participants: readonly { readonly party: { readonly id: string }; readonly status: ParticipationStatus }[];
};

/**
 * Whether a member with these groups sees an interaction by role or rule alone (P5, P6). No list of theirs tells of such
 * an interaction, and looking at it leaves a trace (P12). An interaction that one of their groups takes part in is not
 * seen by privilege.
 */
export function isSeenByPrivilege({ viewer, participants }: SeenInteraction, groupIds: readonly string[]): boolean {
  const isCurrent = (status: ParticipationStatus) => status === "taking_part" || status === "invited";
  return (
    viewer === "privileged" &&
    !participants.some(({ party, status }) => isCurrent(status) && groupIds.includes(party.id))
  );
}
