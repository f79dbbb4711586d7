"use client";

import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type RefObject, useCallback, useEffect, useMemo, useRef } from "react";
import { useMe } from "@/client/me/MeGate";
import { MEMBER_MESSAGE_LENGTH_MAX } from "@/contract/inputs/limits";
import type { InteractionView } from "@/contract/views/conversationViews";
import type { SequenceView } from "@/contract/views/requestViews";
import { graphemeCount } from "@/domain/text/graphemes";
import { classes } from "@/ui/classes";
import { pressedKey } from "@/ui/keys/pressedKey";
import { Notice } from "@/ui/states/Notice";
import { useComposerHandle } from "./ComposerRegistry";
import { draftKey } from "./keptDrafts";
import { PastedNotice } from "./PastedNotice";
import { type Send, SendButtons } from "./SendButtons";
import { draftWithText, useDraft } from "./useDraft";
import { usePasteGuard } from "./usePasteGuard";
import { isSendable, useSend } from "./useSend";
import { useTypingSignal } from "./useTypingSignal";

export type ComposerProps = {
  interaction: InteractionView;
  /** The reader, in words: the customer, or the people in the backchannel. */
  name: string;
  /** The sequence whose state a reply can set; null in a backchannel. */
  sequence: Pick<SequenceView, "id" | "subject" | "state"> | null;
  /** Called when a reply that closes the request was handed to the outbox. */
  onClosing?: () => void;
};

/**
 * Where a rep writes. The field's name says who will read the message. Each interaction has its own draft. The message
 * carries the audience that it was written for, so the server can refuse a mix-up (UX 1.2).
 */
export function Composer({ interaction, name, sequence, onClosing }: ComposerProps) {
  const { partyId } = useMe();
  const t = useTranslations("conversation.composer");
  const isInternal = interaction.audience === "internal";
  const field = useRef<HTMLTextAreaElement>(null);
  const { text, setText, isKept } = useDraft(draftKey(partyId, interaction.id));
  const signalTyping = useTypingSignal(interaction.id);
  const guard = usePasteGuard(!isInternal, text, setText);
  const { send, refusal } = useSend(interaction, sequence, text, (thenState) => {
    setText("");
    guard.keep();
    field.current?.focus();
    if (thenState === "closed") onClosing?.();
  });
  useHandle(interaction.id, field, text, setText);
  const change = (next: string) => {
    setText(next);
    if (next.trim() !== "") signalTyping();
  };
  return (
    <div
      data-shortcut-scope="composer"
      data-keep-clear
      className={classes("shrink-0 border-line border-t p-3", isInternal ? "bg-internal-bg" : "bg-surface")}
    >
      {guard.found ? <PastedNotice source={guard.found.source} onKeep={guard.keep} onRemove={guard.remove} /> : null}
      <ToLine isInternal={isInternal} name={name} />
      <textarea
        ref={field}
        // With "auto", an empty field would be left to right on a right-to-left page.
        dir={text === "" ? undefined : "auto"}
        rows={2}
        value={text}
        aria-label={t(isInternal ? "toInternalLabel" : "toLabel", { name })}
        placeholder={t(isInternal ? "placeholderInternal" : "placeholder")}
        onChange={(event) => change(event.target.value)}
        onPaste={guard.onPaste}
        onKeyDown={(event) => actOnKeys(event, isInternal, send)}
        className={classes(
          "field-sizing-content max-h-[40dvh] min-h-14 w-full resize-none rounded-control border bg-surface px-3 py-2 text-body outline-offset-0 pointer-touch:text-[1rem]",
          isInternal ? "border-internal border-dashed" : "border-line-control",
        )}
      />
      {refusal === null ? null : (
        <div className="pt-2">
          <Notice tone="warn">{refusal}</Notice>
        </div>
      )}
      <SendButtons
        isInternal={isInternal}
        isKept={isKept}
        length={text.length <= MEMBER_MESSAGE_LENGTH_MAX / 2 ? text.length : graphemeCount(text)}
        canSend={isSendable(text)}
        onSend={send}
        field={field}
      />
    </div>
  );
}

function ToLine({ isInternal, name }: { isInternal: boolean; name: string }) {
  const t = useTranslations("conversation.composer");
  return (
    <p
      // The name of the field already says this.
      aria-hidden="true"
      className={classes(
        "flex items-center gap-1.5 pb-1.5 text-meta",
        isInternal ? "font-medium text-internal" : "text-fg-2",
      )}
    >
      {isInternal ? <Lock className="size-3 shrink-0" /> : null}
      <span dir="auto" className="min-w-0 truncate">
        {t(isInternal ? "toInternal" : "to", { name })}
      </span>
      {/* Long names are cut; this never is. */}
      {isInternal ? <span className="shrink-0">· {t("cannotSee")}</span> : null}
    </p>
  );
}

/** Handles keys here, not in the registry: two composers can be on the screen, and only the focused one sends. */
function actOnKeys(event: KeyboardEvent<HTMLElement>, isInternal: boolean, send: Send) {
  const key = pressedKey(event);
  if (key === "Escape") {
    // Leave the text, so that single keys act again.
    event.preventDefault();
    return event.currentTarget.closest<HTMLElement>("[data-pane]")?.focus();
  }
  if (key !== "Enter" || !(event.metaKey || event.ctrlKey)) return;
  event.preventDefault();
  send(event.shiftKey && !isInternal ? "closed" : null);
}

function useHandle(
  interactionId: string,
  field: RefObject<HTMLTextAreaElement | null>,
  text: string,
  setText: (text: string) => void,
) {
  const written = useRef(text);
  useEffect(() => {
    written.current = text;
  }, [text]);
  const append = useCallback(
    (more: string) => {
      setText(draftWithText(written.current, more));
      field.current?.focus();
    },
    [field, setText],
  );
  useComposerHandle(
    interactionId,
    useMemo(() => ({ focus: () => field.current?.focus(), append }), [field, append]),
  );
}
