"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useMemo } from "react";
import type { UnassignedHold } from "@/contract/views/queueViews";
import type { QueueHold } from "@/domain/routing/routingDecision";
import { useMomentText } from "@/ui/time/Moment";

export type HoldWords = {
  t: ReturnType<typeof useTranslations<"queue.hold">>;
  list: (words: readonly string[]) => string;
  moment: (atMs: number) => string;
};

const HELD_BY = ["atThreshold", "withoutRoom", "withoutSkills", "declined", "offDuty"] as const;

/** Says in a few words why requests wait (R11). Each rep of the team is counted once, by what keeps them from taking one. */
export function holdReason(hold: QueueHold | UnassignedHold, { t, list, moment }: HoldWords): string {
  if (!("threshold" in hold)) return t(hold.reason);
  if (hold.reason === "closed")
    return hold.opensAtMs === null ? t("closed") : t("opens", { at: moment(hold.opensAtMs) });
  if (hold.reason === "nobody_in_team") return t("nobody_in_team");
  const { threshold, ...counts } = hold;
  const people = HELD_BY.filter((each) => counts[each] > 0);
  return list(people.map((each) => t(each, { count: counts[each], threshold: threshold ?? 0 })));
}

/** What `holdReason` needs to speak the viewer's language and use their time zone. */
export function useHoldWords(): HoldWords {
  const t = useTranslations("queue.hold");
  const format = useFormatter();
  const momentText = useMomentText();
  return useMemo(
    () => ({
      t,
      list: (words) => format.list([...words], { type: "conjunction" }),
      moment: (atMs) => momentText(new Date(atMs)),
    }),
    [t, format, momentText],
  );
}
