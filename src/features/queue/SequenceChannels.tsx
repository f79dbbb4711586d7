"use client";

import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { InteractionView, MessageView } from "@/contract/views/conversationViews";
import type { SequenceView } from "@/contract/views/requestViews";
import { BackchannelPane } from "@/features/backchannel/pane/BackchannelPane";
import { QuoteDialog } from "@/features/backchannel/pane/QuoteDialog";
import { useEditOutgoing } from "@/features/conversation/composer/useEditOutgoing";
import { usePart } from "@/features/conversation/thread/message/usePart";
import { Thread } from "@/features/conversation/thread/Thread";
import { ReplyArea } from "@/features/request/ReplyArea";
import type { SequenceActions } from "@/features/request/useSequenceActions";
import { Pane } from "@/features/shell/panes/Pane";
import { Badge } from "@/ui/marks/Badge";
import { EmptyState } from "@/ui/states/EmptyState";
import { type Tab, Tabs } from "@/ui/Tabs";
import type { Channels } from "./useChannels";
import { useMinWidth } from "./useMinWidth";

/** From this width on the backchannel stands beside the customer's thread; below it they are tabs (UX 1.2). */
const SIDE_BY_SIDE_FROM_PX = 1440;

export type SequenceChannelsProps = {
  sequence: SequenceView;
  actions: SequenceActions;
  channels: Channels;
  /** Called when a reply that closes the request was handed to the outbox. */
  onClosing: () => void;
  onOpenSequence: (sequenceId: string) => void;
};

/** The customer's thread and its backchannels: side by side if there is room, else as tabs. */
export function SequenceChannels(props: SequenceChannelsProps) {
  const { sequence, channels } = props;
  const [quoted, setQuoted] = useState<MessageView | null>(null);
  const isSideBySide = useMinWidth(SIDE_BY_SIDE_FROM_PX);
  const { customer } = channels;
  const mayReply = sequence.may.reply && customer?.viewer === "taking_part" && sequence.state !== "closed";
  const onQuote = mayReply ? setQuoted : null;
  const Layout = isSideBySide ? SideBySide : OneAtATime;
  return (
    <>
      <Layout {...props} onQuote={onQuote} />
      {quoted && customer ? (
        <QuoteDialog
          message={quoted}
          onClose={() => setQuoted(null)}
          onInsert={(text) => {
            setQuoted(null);
            channels.write(customer.id, text);
          }}
        />
      ) : null}
    </>
  );
}

type LayoutProps = SequenceChannelsProps & { onQuote: ((message: MessageView) => void) | null };

function SideBySide(props: LayoutProps) {
  const { channels, onQuote } = props;
  const t = useTranslations("backchannel");
  const { backchannels, beside: open } = channels;
  const tabs = backchannels.map((each) =>
    tabOf(each, t("unnamed"), <BackchannelPane as="pane" interaction={each} onQuote={onQuote} />),
  );
  return (
    <div className="flex min-h-0 flex-1">
      <div className="flex min-w-0 flex-1 flex-col">
        <CustomerPane {...props} />
      </div>
      {open ? (
        <Pane
          id="aside-backchannel"
          as="aside"
          label={t("pane", { name: open.name ?? t("unnamed") })}
          className="flex-1 border-line border-s"
        >
          {backchannels.length > 1 ? (
            <Tabs
              label={t("heading")}
              tabs={tabs}
              active={open.id}
              onChange={channels.show}
              keepsPanels={false}
              className="h-full"
            />
          ) : (
            <BackchannelPane as="pane" key={open.id} interaction={open} onQuote={onQuote} onClose={channels.close} />
          )}
        </Pane>
      ) : null}
    </div>
  );
}

function OneAtATime(props: LayoutProps) {
  const { channels, onQuote } = props;
  const t = useTranslations("conversation.tabs");
  const internal = useTranslations("backchannel");
  const { active, backchannels, customer } = channels;
  if (backchannels.length === 0 || !active) return <CustomerPane {...props} />;
  const ofCustomer: Tab[] = customer
    ? [
        {
          id: customer.id,
          label: (
            <>
              {t("customer")} <Badge count={customer.unreadCount} look="unread" />
            </>
          ),
          panel: (
            <div className="flex h-full min-h-0 flex-col">
              <CustomerPane {...props} />
            </div>
          ),
        },
      ]
    : [];
  const tabs = backchannels.map((each) =>
    tabOf(each, internal("unnamed"), <BackchannelPane as="pane" interaction={each} onQuote={onQuote} />),
  );
  return (
    <Tabs
      label={t("label")}
      tabs={[...ofCustomer, ...tabs]}
      active={active.id}
      onChange={channels.show}
      keepsPanels={false}
      className="min-h-0 flex-1"
    />
  );
}

function tabOf({ id, name, unreadCount }: InteractionView, unnamed: string, panel: Tab["panel"]): Tab {
  return {
    id,
    isInternal: true,
    label: (
      <>
        <Lock className="size-3.5" aria-hidden="true" />
        <span dir="auto" className="max-w-40 truncate">
          {name ?? unnamed}
        </span>
        <Badge count={unreadCount} look="unread" />
      </>
    ),
    panel,
  };
}

function CustomerPane({ sequence, actions, channels, onClosing, onOpenSequence }: SequenceChannelsProps) {
  const t = useTranslations("conversation.thread");
  const editOutgoing = useEditOutgoing();
  const part = usePart(sequence.id, onOpenSequence);
  const { customer } = channels;
  if (!customer) return <EmptyState title={t("noAccess")}>{t("noAccessHint")}</EmptyState>;
  return (
    <>
      <Thread
        interaction={customer}
        name={sequence.customer.name}
        onQuote={null}
        {...(sequence.may.reply ? { onPart: part } : {})}
        onEditOutgoing={editOutgoing}
      />
      <ReplyArea sequence={sequence} interaction={customer} actions={actions} onClosing={onClosing} />
    </>
  );
}
