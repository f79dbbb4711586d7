"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import type { ConfusionView } from "@/contract/views/classifierViews";
import { Button } from "@/ui/Button";
import { Panel } from "@/ui/Panel";
import { type Column, DataTable } from "@/ui/table/DataTable";
import { anchorOf } from "../../settingsPages";

/** The confusions after these are rare, and would push everything else out of sight. */
const SHOWN_AT_FIRST = 8;

/** Shows which categories are mistaken for which others, the most frequent first. */
export function Confusions({ confusions }: { confusions: readonly ConfusionView[] }) {
  const t = useTranslations("settings.quality.confusions");
  const format = useFormatter();
  const [isWhole, setWhole] = useState(false);
  const columns: Column<ConfusionView>[] = [
    { id: "category", title: t("category"), cell: ({ name }) => name },
    { id: "takenFor", title: t("takenFor"), cell: ({ takenForName }) => takenForName },
    { id: "requests", title: t("requests"), isNumber: true, cell: ({ requests }) => format.number(requests) },
  ];
  return (
    <Panel anchor={anchorOf("confusions")} title={t("title")}>
      <DataTable
        caption={t("title")}
        columns={columns}
        rows={isWhole ? confusions : confusions.slice(0, SHOWN_AT_FIRST)}
        keyOf={({ categoryId, takenForId }) => `${categoryId} ${takenForId}`}
        emptyText={t("empty")}
      />
      {confusions.length > SHOWN_AT_FIRST ? (
        <div className="border-line border-t p-2">
          <Button size="compact" look="ghost" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
            {isWhole ? t("fewer") : t("all", { count: confusions.length })}
          </Button>
        </div>
      ) : null}
    </Panel>
  );
}
