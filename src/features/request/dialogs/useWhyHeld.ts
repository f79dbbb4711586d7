"use client";

import { useTranslations } from "next-intl";

const KNOWN = [
  "closed",
  "no_rep_available",
  "nobody_in_team",
  "above_threshold",
  "at_capacity",
  "lacks_skills",
  "declined",
  "no_category",
  "category_without_team",
  "team_unknown",
] as const;

/** Why no supervisor could take an escalation, in words. */
export function useWhyHeld(): (heldBy: string | null) => string {
  const t = useTranslations("conversation.escalate.heldBy");
  return (heldBy) => t(KNOWN.find((each) => each === heldBy) ?? "other");
}
