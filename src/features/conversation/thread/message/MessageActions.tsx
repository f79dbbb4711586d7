"use client";

import { Copy, Pencil, Quote, Route, Split, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { MessageView } from "@/contract/views/conversationViews";
import type { MenuItem } from "@/ui/overlays/menuItem";
import { announce } from "@/ui/speech/announcements";
import { useMomentText } from "@/ui/time/Moment";
import { DeleteMessage } from "./DeleteMessage";
import { LazyMenu } from "./LazyMenu";
import type { Part } from "./usePart";

const ICON = "size-4";

export type MessageActionsProps = {
  message: MessageView;
  isInternal: boolean;
  /** Whether the viewer may change their own messages here. */
  mayChange: boolean;
  onQuote: ((message: MessageView) => void) | null;
  /** Splits off the message and what follows as a matter of its own; null if the viewer may not. */
  onPart: Part | null;
  onEdit: () => void;
};

/** The menu of one message: visible on hover and focus, always reachable by Tab. */
export function MessageActions({ message, isInternal, mayChange, onQuote, onPart, onEdit }: MessageActionsProps) {
  const t = useTranslations("conversation.thread");
  const momentText = useMomentText();
  const [isDeleting, setDeleting] = useState(false);
  const isOwnText = mayChange && message.isMine && message.kind === "text";
  const partFrom = mayChange && message.author.kind === "contact" && message.kind === "text" ? onPart : null;
  const items = (): MenuItem[] => [
    ...(onQuote
      ? [{ id: "quote", label: t("quote"), icon: <Quote className={ICON} />, onSelect: () => onQuote(message) }]
      : []),
    // The menu copies plain text without the mark for internal text, so a backchannel does not offer it.
    ...(isInternal
      ? []
      : [{ id: "copy", label: t("copy"), icon: <Copy className={ICON} />, onSelect: () => void copy(message.body) }]),
    ...(partFrom
      ? [
          { id: "part", label: t("part"), icon: <Split className={ICON} />, onSelect: () => partFrom(message, true) },
          {
            id: "partAndRoute",
            label: t("partAndRoute"),
            icon: <Route className={ICON} />,
            onSelect: () => partFrom(message, false),
          },
        ]
      : []),
    ...(isOwnText
      ? [
          { id: "edit", label: t("edit"), icon: <Pencil className={ICON} />, onSelect: onEdit },
          {
            id: "delete",
            label: t("delete"),
            icon: <Trash2 className={ICON} />,
            isDanger: true,
            onSelect: () => setDeleting(true),
          },
        ]
      : []),
  ];
  const copy = async (text: string) => {
    await navigator.clipboard.writeText(text);
    announce(t("copied"));
  };
  if (isInternal && !onQuote && !isOwnText) return null;
  return (
    <span className="opacity-0 transition-opacity focus-within:opacity-100 group-hover:opacity-100 has-aria-expanded:opacity-100 pointer-touch:opacity-100">
      <LazyMenu label={t("actions", { at: momentText(message.sentAt) })} items={items} />
      <DeleteMessage messageId={message.id} isOpen={isDeleting} onOpenChange={setDeleting} />
    </span>
  );
}
