"use client";

import { Copy, Pencil, Quote, Route, Split, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { MessageView } from "@/contract/views/repViews";
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
  /** The viewer may change what they wrote here. */
  mayChange: boolean;
  onQuote: ((message: MessageView) => void) | null;
  /** Makes a matter of its own of the message and what follows; null where it cannot. */
  onPart: Part | null;
  onEdit: () => void;
};

/** What can be done with one message; shown on hover and focus, always there for those who tab. */
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
    // Copying by the menu writes plain text only, which would carry no mark of where it comes from.
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
