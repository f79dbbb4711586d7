"use client";

import { CircleAlert, CircleCheck } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { isErrorCode } from "@/client/errors/errorCodeOf";
import type { ImportOutcome } from "@/contract/views/classifierViews";
import { Notice } from "@/ui/states/Notice";
import { type Column, DataTable } from "@/ui/table/DataTable";
import type { SentExamples } from "./sendExamples";

type Refused = Extract<ImportOutcome, { outcome: "refused" }>;
type FaultyRow = Refused["rows"][number];

/** Shows the result of an import: all rows were imported, or none, with what is wrong in which row. */
export function ImportResult({ sent }: { sent: SentExamples }) {
  const t = useTranslations("settings.quality.import");
  const errors = useTranslations("errors");
  if (sent.outcome === "imported") {
    return (
      <Notice tone="ok" icon={<CircleCheck className="size-4" aria-hidden="true" />}>
        {t("imported", { added: sent.added, known: sent.known })}
      </Notice>
    );
  }
  if (sent.outcome === "failed") {
    return (
      <Notice tone="bad" icon={<CircleAlert className="size-4" aria-hidden="true" />}>
        {t("failed", { reason: errors(isErrorCode(sent.code) ? sent.code : "unknown") })}
      </Notice>
    );
  }
  return <Faults refused={sent} />;
}

function Faults({ refused: { rows, more } }: { refused: Refused }) {
  const t = useTranslations("settings.quality.import");
  const format = useFormatter();
  const columns: Column<FaultyRow>[] = [
    { id: "line", title: t("line"), cell: ({ line }) => format.number(line) },
    { id: "column", title: t("column"), isMinor: true, cell: ({ column }) => column },
    { id: "reason", title: t("reason"), cell: ({ reason }) => t(`faults.${reason}`) },
    {
      id: "value",
      title: t("value"),
      cell: ({ value }) => (
        <span dir="auto" className="break-all text-fg-2">
          {value}
        </span>
      ),
    },
  ];
  return (
    <div className="flex flex-col gap-2">
      <Notice tone="bad" icon={<CircleAlert className="size-4" aria-hidden="true" />}>
        {t("refused", { count: rows.length + more })}
      </Notice>
      <DataTable
        caption={t("refused", { count: rows.length + more })}
        columns={columns}
        rows={rows}
        keyOf={({ line, column, reason, value }) => `${line} ${column} ${reason} ${value}`}
        emptyText=""
      />
      {more > 0 ? <p className="text-fg-2 text-meta">{t("more", { count: more })}</p> : null}
    </div>
  );
}
