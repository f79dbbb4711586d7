"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useMe } from "@/client/me/MeGate";
import type { InteractionView } from "@/contract/views/repViews";

/** Whom a message in a backchannel goes to, by name: those who take part beside the viewer, else those who were asked. */
export function usePeopleIn({ participants }: InteractionView): string {
  const t = useTranslations("backchannel");
  const format = useFormatter();
  const { partyId } = useMe();
  const namesOf = (wanted: "taking_part" | "invited") =>
    participants.flatMap(({ party, status }) => (status === wanted && party.id !== partyId ? party.name : []));
  const present = namesOf("taking_part");
  const names = present.length > 0 ? present : namesOf("invited");
  return names.length > 0 ? format.list(names) : t("nobodyElse");
}
