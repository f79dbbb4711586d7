"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { MEMBER_MESSAGE_LENGTH_MAX } from "@/contract/inputs/limits";
import type { MessageView } from "@/contract/views/conversationViews";
import { signsOver } from "@/domain/text/graphemes";
import { Button } from "@/ui/Button";
import { TextArea } from "@/ui/fields/TextArea";
import { Dialog } from "@/ui/overlays/Dialog";

export type QuoteDialogProps = { message: MessageView; onClose: () => void; onInsert: (text: string) => void };

/** Lets the rep rewrite an internal message before it goes into a reply. It inserts nothing by itself (UX 1.2). */
export function QuoteDialog({ message, onClose, onInsert }: QuoteDialogProps) {
  const t = useTranslations("backchannel.quote");
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(message.body);
  const canInsert = text.trim() !== "" && signsOver(text, MEMBER_MESSAGE_LENGTH_MAX) === 0;
  const insert = () => (canInsert ? onInsert(text.trim()) : undefined);
  return (
    <Dialog
      isOpen
      initialFocus={field}
      onOpenChange={onClose}
      onSubmit={insert}
      title={t("title")}
      description={t("intro")}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button look="primary" disabled={!canInsert} onClick={insert}>
            {t("insert")}
          </Button>
        </>
      }
    >
      <TextArea
        ref={field}
        label={t("text")}
        hint={t("source", { name: message.author.name })}
        value={text}
        lengthMax={MEMBER_MESSAGE_LENGTH_MAX}
        onChange={(event) => setText(event.target.value)}
      />
    </Dialog>
  );
}
