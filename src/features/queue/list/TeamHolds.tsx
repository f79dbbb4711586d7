"use client";

import { holdReason, useHoldWords } from "@/client/holds/holdReason";
import { useQueueHolds } from "@/client/holds/useQueueHolds";

export type TeamHoldsProps = {
  /** One team alone; null: all of the viewer's. */
  teamId: string | null;
};

/** Why requests wait in the viewer's teams, at the foot of their queue, where it moves no row. */
export function TeamHolds({ teamId }: TeamHoldsProps) {
  const words = useHoldWords();
  const holds = useQueueHolds(true);
  const held = (holds?.teams ?? []).filter(
    (team) => team.waiting > 0 && team.hold !== null && (teamId === null || team.teamId === teamId),
  );
  if (held.length === 0) return null;
  return (
    <ul
      aria-label={words.t("label")}
      className="shrink-0 border-line border-t bg-surface px-3 py-2 text-fg-2 text-meta"
    >
      {held.map(({ teamId: id, name, hold }) =>
        hold === null ? null : (
          <li key={id}>
            <span className="font-medium text-fg">{name}</span>: {holdReason(hold, words)}
          </li>
        ),
      )}
    </ul>
  );
}
