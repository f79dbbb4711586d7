"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { ConfusionView } from "@/domain/views/classifierViews";
import { type Column, DataTable } from "@/ui/DataTable";
import { Panel } from "@/ui/Panel";

/** Which categories are taken for which others, the most frequent first. */
export function Confusions({ confusions }: { confusions: readonly ConfusionView[] }) {
  const t = useTranslations("settings.quality.confusions");
  const format = useFormatter();
  const columns: Column<ConfusionView>[] = [
    { id: "category", title: t("category"), cell: ({ name }) => name },
    { id: "takenFor", title: t("takenFor"), cell: ({ takenForName }) => takenForName },
    { id: "requests", title: t("requests"), isNumber: true, cell: ({ requests }) => format.number(requests) },
  ];
  return (
    <Panel title={t("title")}>
      <DataTable
        caption={t("title")}
        columns={columns}
        rows={confusions}
        keyOf={({ categoryId, takenForId }) => `${categoryId} ${takenForId}`}
        emptyText={t("empty")}
      />
    </Panel>
  );
}
