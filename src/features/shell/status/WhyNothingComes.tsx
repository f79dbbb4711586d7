"use client";

import { useTranslations } from "next-intl";
import { holdReason, useHoldWords } from "@/client/holds/holdReason";
import { useQueueHolds } from "@/client/holds/useQueueHolds";
import type { QueueHolds } from "@/contract/views/queueViews";
import { useQueueCounts } from "../views/useQueueCounts";

type TeamHold = QueueHolds["teams"][number];

/** Tells a rep why requests of their teams wait (R11). It names one team: the one with the longest queue. */
export function WhyNothingComes() {
  const counts = useQueueCounts();
  const holds = useQueueHolds((counts?.teams ?? []).some(({ waiting }) => waiting > 0));
  const longest = (holds?.teams ?? [])
    .filter(({ waiting, hold, own }) => waiting > 0 && (hold !== null || own !== null))
    .sort((a, b) => b.waiting - a.waiting)[0];
  return longest ? <Why team={longest} /> : null;
}

function Why({ team }: { team: TeamHold }) {
  const t = useTranslations("shell.status.why");
  const reason = useReason(team);
  if (reason === null) return null;
  const said = t("waits", { count: team.waiting, team: team.name, reason });
  return (
    <p className="line-clamp-3 text-fg-3 text-meta" title={said}>
      {said}
    </p>
  );
}

/** The viewer's own reason, or that of the team if it is closed or the viewer has none. */
function useReason({ own, hold }: TeamHold): string | null {
  const t = useTranslations("shell.status.why");
  const states = useTranslations("states.availability");
  const words = useHoldWords();
  const ofTeam = hold === null ? null : holdReason(hold, words);
  if (hold?.reason === "closed") return ofTeam;
  switch (own?.reason) {
    case "above_threshold":
      return t("above_threshold", { threshold: own.threshold });
    case "at_capacity":
      return t("at_capacity", { used: own.used, capacity: own.capacity });
    case "unavailable":
      return t("unavailable", { availability: states(own.availability) });
    default:
      return ofTeam;
  }
}
