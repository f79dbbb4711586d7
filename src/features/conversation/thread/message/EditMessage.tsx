"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useState } from "react";
import { useErrorText } from "@/client/errors/useErrorText";
import { useTRPC } from "@/client/trpc";
import { useSingleMutation } from "@/client/useSingleMutation";
import { MEMBER_MESSAGE_LENGTH_MAX } from "@/contract/inputs/limits";
import type { MessageView } from "@/contract/views/conversationViews";
import { signsOver } from "@/domain/text/graphemes";
import { Button } from "@/ui/Button";
import { TextArea } from "@/ui/fields/TextArea";
import { pressedKey } from "@/ui/keys/pressedKey";

/** Edits the viewer's own message in place. Escape discards the edit. */
export function EditMessage({ message, onDone }: { message: MessageView; onDone: () => void }) {
  const t = useTranslations("conversation.thread");
  const trpc = useTRPC();
  const errorText = useErrorText();
  const [body, setBody] = useState(message.body);
  const edit = useSingleMutation(trpc.interaction.edit.mutationOptions({ onSuccess: onDone }));
  const isChanged = body.trim() !== "" && body !== message.body;
  const canSave = body.trim() !== "" && signsOver(body, MEMBER_MESSAGE_LENGTH_MAX) === 0;
  const save = () => {
    if (!isChanged) return onDone();
    if (canSave) edit.mutate({ messageId: message.id, body });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (pressedKey(event) === "Escape") onDone();
    if (pressedKey(event) === "Enter" && (event.metaKey || event.ctrlKey)) save();
  };
  return (
    <div className="flex w-[min(32rem,70vw)] flex-col gap-2">
      <TextArea
        autoFocus
        isLabelHidden
        label={t("editLabel")}
        value={body}
        lengthMax={MEMBER_MESSAGE_LENGTH_MAX}
        onChange={(event) => setBody(event.target.value)}
        onKeyDown={onKeyDown}
        error={edit.error ? errorText(edit.error) : undefined}
      />
      <div className="flex justify-end gap-2">
        <Button size="compact" look="ghost" onClick={onDone}>
          {t("cancel")}
        </Button>
        <Button size="compact" look="primary" isBusy={edit.isPending} disabled={!canSave} onClick={save}>
          {t("save")}
        </Button>
      </div>
    </div>
  );
}
