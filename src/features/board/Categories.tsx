"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { BoardView } from "@/contract/views/boardViews";
import { Panel } from "@/ui/Panel";
import type { Column } from "@/ui/table/DataTable";
import { CountLink } from "./CountLink";
import { SteadyTable } from "./SteadyTable";

type Category = BoardView["categories"][number];

const categoryKey = ({ categoryId }: Category) => categoryId ?? "none";

/** How many requests wait and how many are assigned, by category. */
export function Categories({ categories }: { categories: readonly Category[] }) {
  const t = useTranslations("board.categories");
  const nameOf = ({ categoryId, name }: Category) => (categoryId === null ? t("none") : name);
  const count = (figure: "waiting" | "assigned"): Column<Category> => ({
    id: figure,
    title: t(figure),
    isNumber: true,
    width: "w-20",
    cell: (category) => (
      <CountLink
        count={category[figure]}
        filter={{ figure, categoryId: category.categoryId }}
        figure={t(figure)}
        of={nameOf(category)}
      />
    ),
  });
  // Categories come and go with their requests. Sorted by name, each is easy to find.
  const ordered = useMemo(() => [...categories].sort((a, b) => a.name.localeCompare(b.name)), [categories]);
  const columns: Column<Category>[] = [
    { id: "category", title: t("category"), cell: nameOf },
    count("waiting"),
    count("assigned"),
  ];
  return (
    <Panel title={t("title")}>
      <SteadyTable caption={t("title")} columns={columns} rows={ordered} keyOf={categoryKey} emptyText={t("empty")} />
    </Panel>
  );
}
