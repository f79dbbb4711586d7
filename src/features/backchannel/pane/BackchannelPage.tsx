"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type ReactNode, useCallback, useEffect, useMemo } from "react";
import { errorCodeOf } from "@/client/errors/errorCodeOf";
import { useErrorText } from "@/client/errors/useErrorText";
import { useHeard } from "@/client/live/useHeard";
import { useTRPC } from "@/client/trpc";
import { foldInteraction } from "@/contract/live/foldBackchannels";
import type { RepEvent } from "@/contract/live/repEvent";
import { useComposers } from "@/features/conversation/composer/ComposerRegistry";
import { useFollowedSequence, useIsPrivileged } from "@/features/request/useFollowedSequence";
import { Button } from "@/ui/Button";
import { EmptyState } from "@/ui/states/EmptyState";
import { ErrorState } from "@/ui/states/ErrorState";
import { Skeleton } from "@/ui/states/Skeleton";
import { BackchannelPane } from "./BackchannelPane";

export type BackchannelPageProps = {
  interactionId: string;
  leading: ReactNode;
  /** Opens the request that it belongs to; offered only to viewers who can see the request. */
  onOpenSequence: (sequenceId: string) => void;
  /** Focuses the composer as soon as it is mounted. */
  startsWriting: boolean;
};

/** A backchannel as a page of its own, as a specialist sees it. Nothing here asks for a parent (P4). */
export function BackchannelPage({ interactionId, leading, onOpenSequence, startsWriting }: BackchannelPageProps) {
  const t = useTranslations("backchannel.page");
  const errorText = useErrorText();
  const trpc = useTRPC();
  const composers = useComposers();
  useEffect(() => {
    if (startsWriting) composers.whenThere(interactionId, ({ focus }) => focus());
  }, [startsWriting, composers, interactionId]);
  const { data, error, refetch } = useQuery(trpc.interaction.get.queryOptions({ interactionId }));
  const concerns = useCallback((event: RepEvent) => isAbout(event, interactionId), [interactionId]);
  const heard = useHeard(concerns);
  const interaction = useMemo(() => (data ? foldInteraction(data, heard) : null), [data, heard]);
  const isPrivileged = useIsPrivileged(interaction ? [interaction] : []);
  useFollowedSequence(isPrivileged ? (interaction?.sequenceId ?? null) : null);
  if (data && !interaction) return <EmptyState title={t("gone")}>{t("goneHint")}</EmptyState>;
  if (error && !data) {
    if (errorCodeOf(error) === "not_found") return <EmptyState title={t("gone")}>{t("goneHint")}</EmptyState>;
    return <ErrorState cause={`${t("error")} ${errorText(error)}`} onRetry={() => void refetch()} />;
  }
  if (!interaction) return <Skeleton rows={6} rowClassName="h-12" className="p-4" />;
  const { sequenceId } = interaction;
  return (
    <BackchannelPane
      key={interaction.id}
      as="page"
      interaction={interaction}
      onQuote={null}
      leading={leading}
      toParent={
        sequenceId === null ? null : (
          <Button size="compact" onClick={() => onOpenSequence(sequenceId)}>
            {t("toParent")}
          </Button>
        )
      }
    />
  );
}

function isAbout(event: RepEvent, interactionId: string): boolean {
  if (event.type === "interaction") return event.interaction.id === interactionId;
  return event.type === "hidden" && event.interactionId === interactionId;
}
