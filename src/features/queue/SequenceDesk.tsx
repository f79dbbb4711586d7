"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect } from "react";
import { errorCodeOf } from "@/client/errors/errorCodeOf";
import { useErrorText } from "@/client/errors/useErrorText";
import type { SequenceView } from "@/contract/views/requestViews";
import { ComposerRegistry } from "@/features/conversation/composer/ComposerRegistry";
import { useSequenceChanges } from "@/features/request/changes/useSequenceChanges";
import { SequenceDialogs } from "@/features/request/dialogs/SequenceDialogs";
import { SequenceHeader } from "@/features/request/header/SequenceHeader";
import { useSequence } from "@/features/request/useSequence";
import { useSequenceActions } from "@/features/request/useSequenceActions";
import { Pane } from "@/features/shell/panes/Pane";
import { Button } from "@/ui/Button";
import { announce } from "@/ui/speech/announcements";
import { EmptyState } from "@/ui/states/EmptyState";
import { ErrorState } from "@/ui/states/ErrorState";
import { Skeleton } from "@/ui/states/Skeleton";
import { ContextPane } from "./ContextPane";
import { SequenceChannels } from "./SequenceChannels";
import { useChannels } from "./useChannels";
import { useContextPane } from "./useContextPane";

export type SequenceDeskProps = {
  sequenceId: string;
  onBack: () => void;
  onOpenSequence: (sequenceId: string) => void;
  onClosing: (sequenceId: string) => void;
};

/** One request: header, threads, context and dialogs. */
export function SequenceDesk(props: SequenceDeskProps) {
  const t = useTranslations("conversation");
  const errorText = useErrorText();
  const { sequence, isGone, error, retry } = useSequence(props.sequenceId);
  if (!sequence || isGone) {
    return (
      <Pane id="thread" as="main" className="h-full">
        {instead()}
      </Pane>
    );
  }
  return (
    <ComposerRegistry key={sequence.id}>
      <LoadedSequence {...props} sequence={sequence} />
    </ComposerRegistry>
  );

  function instead(): ReactNode {
    if (isGone || errorCodeOf(error) === "not_found") return <Gone onBack={props.onBack} />;
    if (error) return <ErrorState cause={`${t("error")} ${errorText(error)}`} onRetry={retry} />;
    return <Skeleton rows={7} rowClassName="h-12" className="p-4" />;
  }
}

function Gone({ onBack }: { onBack: () => void }) {
  const t = useTranslations("conversation");
  const queue = useTranslations("queue");
  return (
    <EmptyState title={t("gone")} action={<Button onClick={onBack}>{queue("backToList")}</Button>}>
      {t("goneHint")}
    </EmptyState>
  );
}

function LoadedSequence({
  sequence,
  onBack,
  onOpenSequence,
  onClosing,
}: SequenceDeskProps & { sequence: SequenceView }) {
  const changes = useSequenceChanges(sequence);
  const actions = useSequenceActions(changes.shown, changes);
  const channels = useChannels(changes.shown);
  const context = useContextPane(channels.beside !== null);
  useSequenceTitle(changes.shown.subject);
  useFreshAnnounced(channels.fresh.length);
  return (
    <div className="flex h-full min-h-0">
      <Pane id="thread" as="main" className="flex flex-1 flex-col">
        <SequenceHeader
          changes={changes}
          actions={actions}
          onBack={onBack}
          onToggleContext={() => {
            if (!context.isShown) channels.showFresh();
            context.toggle();
          }}
          freshBackchannels={channels.fresh.length}
          isContextShown={context.isShown}
        />
        <SequenceChannels
          sequence={changes.shown}
          actions={actions}
          channels={channels}
          onClosing={() => onClosing(sequence.id)}
          onOpenSequence={onOpenSequence}
        />
      </Pane>
      <ContextPane sequence={changes.shown} channels={channels} context={context} onOpenSequence={onOpenSequence} />
      <SequenceDialogs sequenceId={sequence.id} actions={actions} />
    </div>
  );
}

/** Says that others have opened a backchannel here. It waits to be shown, so it would go unnoticed otherwise. */
function useFreshAnnounced(count: number): void {
  const t = useTranslations("backchannel");
  useEffect(() => {
    if (count > 0) announce(t("freshAnnouncement", { count }));
  }, [count, t]);
}

/** Sets the tab's title to the open request. No page of the server does, since the address changes without one. */
function useSequenceTitle(subject: string): void {
  const product = useTranslations("shell")("productName");
  useEffect(() => {
    const before = document.title;
    document.title = subject === "" ? product : `${subject} · ${product}`;
    return () => {
      document.title = before;
    };
  }, [subject, product]);
}
