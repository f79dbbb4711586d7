"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, type RefObject, useEffect, useRef } from "react";
import { MEMBER_MESSAGE_LENGTH_MAX } from "@/contract/inputs/limits";
import type { SequenceState } from "@/domain/request/sequenceState";
import { keysOf } from "@/features/shell/shortcuts/keymap";
import { Button } from "@/ui/Button";
import { IconButton } from "@/ui/IconButton";
import { Kbd } from "@/ui/marks/Kbd";
import { StateShape } from "@/ui/marks/StateChip";
import { Menu } from "@/ui/overlays/Menu";
import { announce } from "@/ui/speech/announcements";

/** Hands the text to the outbox and returns at once. A state, if given, is set with the message. */
export type Send = (thenState: SequenceState | null) => void;

/** From this length on, the composer shows how much room is left. */
const LENGTH_TOLD_FROM = MEMBER_MESSAGE_LENGTH_MAX - 500;

export type SendButtonsProps = {
  isInternal: boolean;
  /** Whether the draft is kept in this browser; null while that is not known. */
  isKept: boolean | null;
  length: number;
  canSend: boolean;
  onSend: Send;
  /** The text field; the focus returns here when the menu closes. */
  field: RefObject<HTMLElement | null>;
};

/** The foot of a composer: whether the draft is kept, how much room is left, and the ways to send. */
export function SendButtons({ isInternal, isKept, length, canSend, onSend, field }: SendButtonsProps) {
  const t = useTranslations("conversation.composer");
  return (
    <div className="flex flex-wrap items-center gap-2 pt-2">
      <span className="flex-1 text-fg-3 text-meta">
        <LengthWords length={length} fallback={length > 0 ? <DraftWords isKept={isKept} /> : null} />
      </span>
      <span className="hidden md:inline-flex">
        <Kbd keys={keysOf("composer.send") ?? ""} />
      </span>
      <span className="flex">
        <Button
          look={isInternal ? "internal" : "primary"}
          disabled={!canSend}
          onClick={() => onSend(null)}
          className={isInternal ? "" : "rounded-e-none"}
        >
          {t("send")}
        </Button>
        {isInternal ? null : <SendAndMenu canSend={canSend} onSend={onSend} field={field} />}
      </span>
    </div>
  );
}

/** Does not remember the last choice, so that nobody closes a request by habit. */
function SendAndMenu({ canSend, onSend, field }: Pick<SendButtonsProps, "canSend" | "onSend" | "field">) {
  const t = useTranslations("conversation.composer");
  const entry = (id: "pending" | "need_info" | "closed", label: string, keys?: string) => ({
    id,
    label,
    keys,
    icon: <StateShape state={id} />,
    isDisabled: !canSend,
    onSelect: () => onSend(id),
  });
  return (
    <Menu
      align="end"
      side="top"
      returnsTo={field}
      trigger={
        <IconButton
          label={t("sendMenu")}
          icon={<ChevronDown className="size-4" aria-hidden="true" />}
          className="rounded-s-none border-on-accent/30 border-s bg-accent text-on-accent hover:bg-accent-hover hover:text-on-accent data-popup-open:bg-accent-hover"
        />
      }
      items={[
        entry("pending", t("sendPending")),
        entry("need_info", t("sendNeedInfo")),
        entry("closed", t("sendClose"), keysOf("composer.sendAndClose")),
      ]}
    />
  );
}

function LengthWords({ length, fallback }: { length: number; fallback: ReactNode }) {
  const t = useTranslations("conversation.composer");
  if (length > MEMBER_MESSAGE_LENGTH_MAX) {
    return <span className="text-bad">{t("tooLong", { count: length - MEMBER_MESSAGE_LENGTH_MAX })}</span>;
  }
  return length > LENGTH_TOLD_FROM ? t("left", { count: MEMBER_MESSAGE_LENGTH_MAX - length }) : fallback;
}

/** Says whether the draft survives a reload. That it does not is also announced, once for each text. */
function DraftWords({ isKept }: Pick<SendButtonsProps, "isKept">) {
  const t = useTranslations("conversation.composer");
  const isAnnounced = useRef(false);
  useEffect(() => {
    if (isKept !== false || isAnnounced.current) return;
    isAnnounced.current = true;
    announce(t("draftNotKept"));
  }, [isKept, t]);
  if (isKept === null) return null;
  return t(isKept ? "draftKept" : "draftNotKept");
}
