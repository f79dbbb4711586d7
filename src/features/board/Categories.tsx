"use client";

import { useTranslations } from "next-intl";
import type { BoardView } from "@/domain/views/repViews";
import { type Column, DataTable } from "@/ui/DataTable";
import { Panel } from "@/ui/Panel";
import { CountLink } from "./CountLink";

type Category = BoardView["categories"][number];

/** What waits and what is worked on, by category. */
export function Categories({ categories }: { categories: readonly Category[] }) {
  const t = useTranslations("board.categories");
  const nameOf = ({ categoryId, name }: Category) => (categoryId === null ? t("none") : name);
  const count = (figure: "waiting" | "assigned"): Column<Category> => ({
    id: figure,
    title: t(figure),
    isNumber: true,
    cell: (category) => (
      <CountLink
        count={category[figure]}
        filter={{ figure, categoryId: category.categoryId }}
        figure={t(figure)}
        of={nameOf(category)}
      />
    ),
  });
  const columns: Column<Category>[] = [
    { id: "category", title: t("category"), cell: nameOf },
    count("waiting"),
    count("assigned"),
  ];
  return (
    <Panel title={t("title")}>
      <DataTable
        caption={t("title")}
        columns={columns}
        rows={categories}
        keyOf={({ categoryId }) => categoryId ?? "none"}
        emptyText={t("empty")}
      />
    </Panel>
  );
}
