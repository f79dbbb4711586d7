"use client";

import { Lock, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { InteractionView } from "@/contract/views/conversationViews";
import { keysOf } from "@/features/shell/shortcuts/keymap";
import { Button } from "@/ui/Button";
import { Badge } from "@/ui/marks/Badge";
import { Kbd } from "@/ui/marks/Kbd";
import type { HeldRow } from "@/ui/table/heldRows";

export type SequenceBackchannelsProps = {
  backchannels: readonly HeldRow<InteractionView>[];
  /** How many others have opened since. They wait to be asked for, since they would move what stands below. */
  freshCount: number;
  onShowFresh: () => void;
  /** Null if the viewer may not ask anybody here. */
  onAsk: (() => void) | null;
  onOpen: (interactionId: string) => void;
};

/** Lists the backchannels of a request that the viewer may see, and opens new ones. */
export function SequenceBackchannels(props: SequenceBackchannelsProps) {
  const { backchannels, freshCount, onShowFresh, onAsk, onOpen } = props;
  const t = useTranslations("backchannel");
  return (
    <section aria-label={t("heading")} className="flex flex-col gap-1">
      <div className="flex h-7 items-center gap-2 pointer-touch:h-11">
        <h2 className="font-semibold text-fg-2 text-meta">{t("heading")}</h2>
        {freshCount > 0 ? (
          <Button size="compact" look="primary" className="ms-auto" onClick={onShowFresh}>
            {t("showFresh", { count: freshCount })}
          </Button>
        ) : null}
      </div>
      {backchannels.length === 0 ? <p className="text-fg-3 text-table">{t("none")}</p> : null}
      <ul>
        {backchannels.map(({ row: { id, name, unreadCount, endedAt, participants }, isGone }) => (
          <li key={id} className={isGone ? "opacity-60" : undefined}>
            <button
              type="button"
              disabled={isGone}
              onClick={() => onOpen(id)}
              className="flex min-h-8 w-full items-center gap-2 rounded-control px-2 py-1 text-start hover:bg-hover pointer-touch:min-h-11"
            >
              <Lock className="size-3 shrink-0 text-internal" aria-hidden="true" />
              <span dir="auto" className="min-w-0 flex-1 truncate text-table">
                {name ?? t("unnamed")}
              </span>
              <span className="text-fg-3 text-meta">
                <Standing endedAt={endedAt} participants={participants} />
              </span>
              <Badge count={unreadCount} look="unread" />
            </button>
          </li>
        ))}
      </ul>
      {onAsk ? (
        <Button
          size="compact"
          className="self-start"
          icon={<Plus className="size-3.5" aria-hidden="true" />}
          onClick={onAsk}
        >
          {t("ask")}
          <span className="pointer-touch:hidden">
            <Kbd keys={keysOf("conversation.backchannel") ?? ""} />
          </span>
        </Button>
      ) : null}
    </section>
  );
}

function Standing({ endedAt, participants }: Pick<InteractionView, "endedAt" | "participants">) {
  const t = useTranslations("backchannel");
  const invited = participants.filter(({ status }) => status === "invited").length;
  if (endedAt !== null) return t("ended");
  return invited > 0 ? t("invitedCount", { count: invited }) : null;
}
