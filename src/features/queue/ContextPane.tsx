"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { loadWhenIdle } from "@/client/loadWhenIdle";
import type { SequenceView } from "@/contract/views/requestViews";
import { SequenceBackchannels } from "@/features/backchannel/list/SequenceBackchannels";
import { CustomerParticipants } from "@/features/backchannel/participants/CustomerParticipants";
import { SequenceContext } from "@/features/request/context/SequenceContext";
import { Pane } from "@/features/shell/panes/Pane";
import { useCommands } from "@/features/shell/shortcuts/useCommands";
import { Dialog } from "@/ui/overlays/Dialog";
import { useChannelCommands } from "./useChannelCommands";
import type { Channels } from "./useChannels";
import type { ContextPaneState } from "./useContextPane";

const loadAskDialog = () => import("@/features/backchannel/asking/AskDialog").then((each) => each.AskDialog);
const AskDialog = dynamic(loadAskDialog, { ssr: false });

export type ContextPaneProps = {
  sequence: SequenceView;
  channels: Channels;
  context: ContextPaneState;
  onOpenSequence: (sequenceId: string) => void;
};

/** Shows the context of a request beside or over its thread, and opens the dialog to ask specialists. */
export function ContextPane({ sequence, channels, context, onOpenSequence }: ContextPaneProps) {
  const t = useTranslations("conversation.context");
  const [isAsking, setAsking] = useState(false);
  // A request can be shown without the dialog's code. Load it while idle, since people type as soon as it opens.
  useEffect(() => loadWhenIdle(loadAskDialog), []);
  const parentId = channels.customer?.id ?? null;
  const mayAsk = sequence.may.openBackchannel && parentId !== null;
  useCommands(useChannelCommands(channels, mayAsk, () => setAsking(true)));
  const body = (
    <SequenceContext
      sequence={sequence}
      onOpenSequence={onOpenSequence}
      backchannels={
        <>
          {channels.customer ? <CustomerParticipants interaction={channels.customer} /> : null}
          <SequenceBackchannels
            backchannels={channels.listed}
            freshCount={channels.fresh.length}
            onShowFresh={channels.showFresh}
            onAsk={mayAsk ? () => setAsking(true) : null}
            onOpen={(interactionId) => {
              channels.write(interactionId);
              if (context.look === "over") context.close();
            }}
          />
        </>
      }
    />
  );
  return (
    <>
      {context.isShown && context.look === "beside" ? (
        <Pane id="context" as="aside" className="w-72 shrink-0 overflow-y-auto border-line border-s bg-surface">
          {body}
        </Pane>
      ) : null}
      {context.isShown && context.look === "over" ? (
        <Dialog isOpen onOpenChange={context.close} title={t("label")} size="small">
          {body}
        </Dialog>
      ) : null}
      {isAsking && parentId !== null ? (
        <AskDialog
          sequence={sequence}
          parentId={parentId}
          onClose={() => setAsking(false)}
          onOpened={(interactionId) => {
            setAsking(false);
            channels.write(interactionId);
          }}
        />
      ) : null}
    </>
  );
}
