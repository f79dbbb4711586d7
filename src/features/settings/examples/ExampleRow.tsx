"use client";

import { Trash2 } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type RefCallback, useCallback, useId, useState } from "react";
import type { ExampleView } from "@/contract/views/classifierViews";
import { Button } from "@/ui/Button";
import { classes } from "@/ui/classes";
import { IconButton } from "@/ui/IconButton";
import { Moment } from "@/ui/time/Moment";

export type ExampleRowProps = {
  example: ExampleView;
  isSelected: boolean;
  onSelect: (isSelected: boolean) => void;
  onRemove: () => void;
};

/** One example: its text, its source, date and request, and a button to remove it. */
export function ExampleRow({ example, isSelected, onSelect, onRemove }: ExampleRowProps) {
  const t = useTranslations("settings.examples");
  const id = useId();
  const { number, text } = example;
  return (
    <li
      tabIndex={-1}
      data-example={number}
      aria-labelledby={id}
      className="flex items-start gap-2 border-line border-b px-2 py-2 -outline-offset-2 last:border-b-0 sm:px-3"
    >
      <input
        type="checkbox"
        aria-label={t("select")}
        aria-describedby={id}
        checked={isSelected}
        onChange={(event) => onSelect(event.target.checked)}
        className="mt-1 size-4 shrink-0 accent-accent pointer-touch:size-5"
      />
      <div className="min-w-0 flex-1">
        <Text id={id} text={text} />
        <Source example={example} />
      </div>
      <IconButton
        isPlain
        label={t("remove")}
        aria-describedby={id}
        icon={<Trash2 className="size-4" aria-hidden="true" />}
        onClick={onRemove}
      />
    </li>
  );
}

function Text({ id, text }: { id: string; text: string }) {
  const t = useTranslations("settings.examples");
  const [isWhole, setWhole] = useState(false);
  const { ref, isCut } = useIsCut();
  return (
    <>
      <p
        ref={ref}
        id={id}
        dir="auto"
        className={classes("[overflow-wrap:anywhere]", isWhole ? "whitespace-pre-wrap" : "line-clamp-3")}
      >
        {text}
      </p>
      {isCut || isWhole ? (
        <Button
          size="compact"
          look="ghost"
          className="-ms-2"
          aria-expanded={isWhole}
          aria-describedby={id}
          onClick={() => setWhole(!isWhole)}
        >
          {t(isWhole ? "less" : "whole")}
        </Button>
      ) : null}
    </>
  );
}

/** Whether the text of the element with this ref is cut off. Checked again when its size changes. */
function useIsCut(): { ref: RefCallback<HTMLElement>; isCut: boolean } {
  const [isCut, setCut] = useState(false);
  const ref = useCallback((element: HTMLElement | null) => {
    if (element === null) return;
    const watcher = new ResizeObserver(() => setCut(element.scrollHeight > element.clientHeight));
    watcher.observe(element);
    return () => watcher.disconnect();
  }, []);
  return { ref, isCut };
}

function Source({ example: { source, at, request } }: { example: ExampleView }) {
  const t = useTranslations("settings.examples");
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-fg-3 text-meta">
      <span>{t(`sources.${source}`)}</span>
      <Moment at={at} />
      {request ? (
        <Link
          href={`/q/board/s/${request.sequenceId}`}
          aria-label={t("open", { reference: request.reference })}
          translate="no"
          className="num inline-flex min-h-6 items-center text-link underline underline-offset-4"
        >
          {request.reference}
        </Link>
      ) : null}
    </p>
  );
}
