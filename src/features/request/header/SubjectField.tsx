"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { useLiveStatus } from "@/client/live/useLiveStatus";
import { SUBJECT_LENGTH_MAX } from "@/contract/inputs/limits";
import { signsOver } from "@/domain/text/graphemes";
import { isVisible } from "@/domain/text/isVisible";
import { useLengthError } from "@/ui/fields/useLengthError";
import { pressedKey } from "@/ui/keys/pressedKey";

export type SubjectFieldProps = {
  subject: string;
  mayChange: boolean;
  onRename: (subject: string, seen: string) => void;
};

/** Edits the subject in place. Enter saves, Escape discards. */
export function SubjectField({ subject, mayChange, onRename }: SubjectFieldProps) {
  const t = useTranslations("conversation.header");
  const [draft, setDraft] = useState<string | null>(null);
  // The subject when editing began; somebody else may rename it meanwhile.
  const opened = useRef(subject);
  const isLeft = useRef(true);
  const returnsFocus = useRef(false);
  const errorId = useId();
  const isHeld = useLiveStatus("session").state === "held";
  const lengthError = useLengthError(draft, SUBJECT_LENGTH_MAX);
  const shown = subject === "" ? t("emptySubject") : subject;
  if (!mayChange) {
    return (
      <h1 dir="auto" className="truncate text-title">
        {shown}
      </h1>
    );
  }
  const keep = () => {
    // The field loses the focus once more when it is removed.
    if (isLeft.current || signsOver(draft ?? "", SUBJECT_LENGTH_MAX) > 0) return;
    isLeft.current = true;
    const next = draft?.trim() ?? "";
    if (isVisible(next) && next !== opened.current) onRename(next, opened.current);
    setDraft(null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const key = pressedKey(event);
    if (key !== "Enter" && key !== "Escape") return;
    event.preventDefault();
    if (key === "Enter" && lengthError !== undefined) return;
    returnsFocus.current = true;
    if (key === "Enter") return keep();
    isLeft.current = true;
    setDraft(null);
  };
  return (
    <h1 className="min-w-0 flex-1 text-title">
      {draft === null ? (
        <button
          ref={(button) => {
            if (returnsFocus.current) button?.focus();
            returnsFocus.current = false;
          }}
          type="button"
          dir="auto"
          title={t("renameHint")}
          onClick={() => {
            isLeft.current = false;
            opened.current = subject;
            setDraft(subject);
          }}
          className="-ms-1.5 block max-w-full truncate rounded-control px-1.5 text-start hover:bg-hover pointer-touch:min-h-11"
        >
          {shown}
        </button>
      ) : (
        <input
          // The click that opened the field asked to edit here.
          ref={(field) => field?.focus()}
          dir="auto"
          aria-label={t("subject")}
          value={draft}
          aria-invalid={lengthError ? true : undefined}
          aria-describedby={lengthError ? errorId : undefined}
          onChange={(event) => setDraft(event.target.value)}
          // The dialog that says the session is over takes the focus; the typed text waits below it.
          onBlur={isHeld ? keep : undefined}
          onKeyDown={onKeyDown}
          className="-ms-1.5 w-full rounded-control border border-line-control bg-surface px-1.5"
        />
      )}
      {lengthError ? (
        <span id={errorId} className="mt-1 block font-normal text-bad text-meta">
          {lengthError}
        </span>
      ) : null}
    </h1>
  );
}
