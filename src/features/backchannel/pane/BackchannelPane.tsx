"use client";

import { CircleStop, Lock, Users, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import type { InteractionView, MessageView, ParticipantView } from "@/contract/views/conversationViews";
import { useComposers } from "@/features/conversation/composer/ComposerRegistry";
import { useEditOutgoing } from "@/features/conversation/composer/useEditOutgoing";
import { Thread } from "@/features/conversation/thread/Thread";
import { Button } from "@/ui/Button";
import { IconButton } from "@/ui/IconButton";
import { ParticipantsDialog } from "../participants/ParticipantsDialog";
import { BackchannelFoot } from "./BackchannelFoot";
import { type Ending, useEnding } from "./useEnding";

export type BackchannelPaneProps = {
  interaction: InteractionView;
  /** Null if there is no reply to quote in, as for specialists, who cannot see the parent (P4). */
  onQuote: ((message: MessageView) => void) | null;
  /** "page" if it is all that is open, "pane" beside or below a request. */
  as: "page" | "pane";
  /** The link back, in the header. */
  leading?: ReactNode;
  /** The link to the request that it belongs to. */
  toParent?: ReactNode;
  onClose?: () => void;
};

/** A backchannel. Tint, dashed border, lock and words say that the customer cannot see it (UX 1.2). */
export function BackchannelPane({ interaction, onQuote, as, leading, toParent, onClose }: BackchannelPaneProps) {
  const t = useTranslations("backchannel");
  const name = interaction.name ?? t("unnamed");
  const editOutgoing = useEditOutgoing();
  const composers = useComposers();
  const ending = useEnding(interaction, () => composers.whenThere(interaction.id, ({ focus }) => focus()));
  return (
    <div className="internal-pane flex h-full min-h-0 flex-col p-1">
      <Head
        interaction={interaction}
        name={name}
        heading={as === "page" ? "h1" : "h2"}
        leading={leading}
        toParent={toParent}
        onClose={onClose}
        ending={ending}
      />
      {interaction.viewer === "invited" ? (
        // Before the invitation is accepted, the server would refuse to list messages, and the error would stay.
        <div className="flex-1" />
      ) : (
        <Thread interaction={interaction} name={name} onQuote={onQuote} onEditOutgoing={editOutgoing} />
      )}
      <BackchannelFoot interaction={interaction} ending={ending} />
    </div>
  );
}

type HeadProps = {
  interaction: InteractionView;
  name: string;
  heading: "h1" | "h2";
  leading: ReactNode;
  toParent: ReactNode;
  onClose: (() => void) | undefined;
  ending: Ending;
};

function Head({ interaction, name, heading: Heading, leading, toParent, onClose, ending }: HeadProps) {
  const t = useTranslations("backchannel");
  const [showsPeople, setShowsPeople] = useState(false);
  const count = (wanted: ParticipantView["status"]) =>
    interaction.participants.filter(({ status }) => status === wanted).length;
  const invited = count("invited");
  return (
    <header className="flex shrink-0 flex-wrap items-center gap-x-2 gap-y-1 border-internal/40 border-b border-dashed px-3 py-2">
      {leading}
      <Lock className="size-4 shrink-0 text-internal" aria-hidden="true" />
      <div className="min-w-0 flex-1 basis-48">
        <Heading dir="auto" className="truncate font-semibold text-internal">
          {t("pane", { name })}
        </Heading>
        <p className="text-internal text-meta">{t("cannotSee")}</p>
      </div>
      {/* In a narrow pane these wrap below the name, so that the warning is never cut off. */}
      <span className="ms-auto flex items-center gap-2">
        {toParent}
        <Button
          size="compact"
          look="ghost"
          icon={<Users className="size-3.5" aria-hidden="true" />}
          onClick={() => setShowsPeople(true)}
        >
          {t("participants.title", { count: count("taking_part") })}
          {invited > 0 ? ` · ${t("invitedCount", { count: invited })}` : null}
        </Button>
        {ending.end ? (
          <IconButton
            label={t("ending.end")}
            icon={<CircleStop className="size-4" aria-hidden="true" />}
            onClick={ending.end}
          />
        ) : null}
        {onClose ? (
          <IconButton label={t("closePane")} icon={<X className="size-4" aria-hidden="true" />} onClick={onClose} />
        ) : null}
      </span>
      {showsPeople ? <ParticipantsDialog interaction={interaction} onClose={() => setShowsPeople(false)} /> : null}
    </header>
  );
}
