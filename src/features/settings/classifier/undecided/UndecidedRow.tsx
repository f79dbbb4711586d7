"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useLikelihood } from "@/client/categories/useLikelihood";
import type { UndecidedRequest } from "@/contract/views/classifierViews";
import { keysOf } from "@/features/shell/shortcuts/keymap";
import { Button } from "@/ui/Button";
import { Kbd } from "@/ui/marks/Kbd";
import { Moment } from "@/ui/time/Moment";
import { OtherCategory } from "./OtherCategory";

const KEYS = [keysOf("undecided.first"), keysOf("undecided.second"), keysOf("undecided.third")];

export type UndecidedRowProps = {
  request: UndecidedRequest;
  onFocus: () => void;
  onLabel: (category: { id: string; name: string }) => void;
};

/** One undecided request: what the customer wrote, a button for each likely category, and one for all others. */
export function UndecidedRow({ request, onFocus, onLabel }: UndecidedRowProps) {
  const t = useTranslations("settings.quality.undecided");
  const { sequenceId, reference, subject, beginning, startedAt, labels } = request;
  return (
    <li
      tabIndex={-1}
      data-request={sequenceId}
      data-shortcut-scope="undecided"
      aria-label={`${reference} ${subject}`}
      onFocus={onFocus}
      className="flex flex-col gap-1.5 border-line border-b px-2 py-2 -outline-offset-2 last:border-b-0 sm:px-3"
    >
      <p className="flex items-baseline justify-between gap-3">
        <Link
          href={`/q/board/s/${sequenceId}`}
          aria-label={t("open", { reference })}
          translate="no"
          className="num inline-flex min-h-6 items-center text-link text-meta underline underline-offset-4"
        >
          {reference}
        </Link>
        <Moment at={startedAt} className="text-fg-3 text-meta" />
      </p>
      <p dir="auto" className="line-clamp-3 [overflow-wrap:anywhere]">
        {beginning || subject || <span className="text-fg-3">{t("noText")}</span>}
      </p>
      <div className="flex flex-wrap items-center gap-1.5">
        {labels.map(({ categoryId, name, probability }, index) => (
          <LabelButton
            key={categoryId}
            name={name}
            probability={probability}
            keys={KEYS[index]}
            onClick={() => onLabel({ id: categoryId, name })}
          />
        ))}
        {labels.length === 0 ? <span className="text-fg-3 text-table">{t("noneLikely")}</span> : null}
        <OtherCategory reference={reference} onChoose={onLabel} />
      </div>
    </li>
  );
}

type LabelButtonProps = { name: string; probability: number | null; keys: string | undefined; onClick: () => void };

function LabelButton({ name, probability, keys, onClick }: LabelButtonProps) {
  const t = useTranslations("settings.quality.undecided");
  const likelihood = useLikelihood();
  const shown = probability === null ? null : likelihood(probability);
  return (
    <Button
      size="compact"
      aria-label={shown === null ? name : t("label", { name, probability: shown })}
      aria-keyshortcuts={keys}
      className="max-w-full"
      onClick={onClick}
    >
      <span dir="auto" className="truncate">
        {name}
      </span>
      {shown === null ? null : <span className="num text-fg-3">{shown}</span>}
      {keys ? (
        <span className="pointer-touch:hidden">
          <Kbd keys={keys} />
        </span>
      ) : null}
    </Button>
  );
}
