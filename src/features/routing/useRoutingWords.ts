"use client";

import { useQuery } from "@tanstack/react-query";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { holdReason, useHoldWords } from "@/client/holds/holdReason";
import { useTRPC } from "@/client/trpc";
import { formatSpan } from "@/ui/time/formatSpan";
import { useMomentText } from "@/ui/time/Moment";
import type { RoutingWords } from "./routingStepText";

type Named = { id: string; name: string };

/** Words, names and times for routing steps, in the viewer's language and time zone. */
export function useRoutingWords(): RoutingWords {
  const t = useTranslations("conversation.routing");
  const availability = useTranslations("states.availability");
  const format = useFormatter();
  const momentText = useMomentText();
  const locale = useLocale();
  const holdWords = useHoldWords();
  const trpc = useTRPC();
  const { data: teams } = useQuery(trpc.directory.teams.queryOptions({}));
  const { data: reps } = useQuery(trpc.directory.reps.queryOptions({}));
  const { data: categories } = useQuery(trpc.category.list.queryOptions({}));
  return useMemo(
    () => ({
      t,
      availability,
      category: (id) => nameIn(categories, id) ?? t("unknownCategory"),
      team: (id) => nameIn(teams, id) ?? t("unknownTeam"),
      rep: (id) => nameIn(reps, id) ?? t("unknownRep"),
      moment: (atMs) => momentText(new Date(atMs)),
      span: (spanMs) => formatSpan(spanMs, locale),
      holdReason: (hold) => holdReason(hold, holdWords),
      list: (words) => format.list([...words], { type: "conjunction" }),
    }),
    [t, availability, categories, teams, reps, format, momentText, locale, holdWords],
  );
}

function nameIn(all: readonly Named[] | undefined, id: string | null): string | null {
  return all?.find((each) => each.id === id)?.name ?? null;
}
