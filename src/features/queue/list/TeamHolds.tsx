"use client";

import { holdReason, useHoldWords } from "@/client/holds/holdReason";
import { useQueueHolds } from "@/client/holds/useQueueHolds";

export type TeamHoldsProps = {
  /** Show this team only; null for all of the viewer's teams. */
  teamId: string | null;
};

/** Says why requests wait in the viewer's teams (R11), at the foot of the queue, where it moves no row. */
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
