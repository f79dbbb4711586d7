"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useRef, useState } from "react";
import { cutToLength, unitsMaxOf } from "@/domain/text/graphemes";
import { isVisible } from "@/domain/text/isVisible";
import { pressedKey } from "@/ui/keys/pressedKey";

const SUBJECT_LENGTH_MAX = 200;

export type SubjectFieldProps = { subject: string; mayChange: boolean; onRename: (subject: string) => void };

/** The subject, changed in its place: Enter keeps, Escape leaves it as it was. */
export function SubjectField({ subject, mayChange, onRename }: SubjectFieldProps) {
  const t = useTranslations("conversation.header");
  const [draft, setDraft] = useState<string | null>(null);
  const isLeft = useRef(true);
  const returnsFocus = useRef(false);
  const shown = subject === "" ? t("emptySubject") : subject;
  if (!mayChange) {
    return (
      <h1 dir="auto" className="truncate text-title">
        {shown}
      </h1>
    );
  }
  const keep = () => {
    // The field loses the focus once more as it goes away.
    if (isLeft.current) return;
    isLeft.current = true;
    const next = cutToLength(draft?.trim() ?? "", SUBJECT_LENGTH_MAX);
    if (isVisible(next) && next !== subject) onRename(next);
    setDraft(null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const key = pressedKey(event);
    if (key !== "Enter" && key !== "Escape") return;
    event.preventDefault();
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
            setDraft(subject);
          }}
          className="-ms-1.5 block max-w-full truncate rounded-control px-1.5 text-start hover:bg-hover pointer-touch:min-h-11"
        >
          {shown}
        </button>
      ) : (
        <input
          // The press that opened it asks for the cursor to be here.
          ref={(field) => field?.focus()}
          dir="auto"
          aria-label={t("subject")}
          value={draft}
          maxLength={unitsMaxOf(SUBJECT_LENGTH_MAX)}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={keep}
          onKeyDown={onKeyDown}
          className="-ms-1.5 w-full rounded-control border border-line-control bg-surface px-1.5"
        />
      )}
    </h1>
  );
}
