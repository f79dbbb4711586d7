import type { InteractionView } from "@/domain/views/repViews";

/** Why a participant cannot be removed, as a code worded by the catalogue; the server decides again. */
export type RemovalRefusal = "not_taking_part" | "has_ended";

/** Whether the viewer can ask for a removal at all; null when they can. Only what is certain here is refused here. */
export function refusalToRemove(interaction: Pick<InteractionView, "viewer" | "endedAt">): RemovalRefusal | null {
  if (interaction.endedAt !== null) return "has_ended";
  return interaction.viewer === "taking_part" ? null : "not_taking_part";
}
