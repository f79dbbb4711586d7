"use client";

import { Check } from "lucide-react";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { CategoryQuality, ClassifierQuality } from "@/contract/views/classifierViews";
import { Panel } from "@/ui/Panel";
import { type Column, DataTable } from "@/ui/table/DataTable";
import { sortedRows } from "@/ui/table/sortedRows";
import { anchorOf, examplesAddress } from "../../settingsPages";
import { useShare } from "./useShare";

/** Shows for each category how many examples it has and how well it is recognized. */
export function ExamplesTable({ quality: { categories, exampleCount } }: { quality: ClassifierQuality }) {
  const t = useTranslations("settings.quality.examples");
  const format = useFormatter();
  const share = useShare();
  const nameOf = ({ name, isRetired }: CategoryQuality) => (isRetired ? t("retired", { name }) : name);
  const columns: Column<CategoryQuality>[] = [
    {
      id: "category",
      title: t("category"),
      cell: (each) => <Name name={nameOf(each)} category={each} />,
      sortBy: nameOf,
    },
    {
      id: "count",
      title: t("count"),
      isNumber: true,
      cell: (each) => format.number(each.exampleCount),
      sortBy: (each) => each.exampleCount,
    },
    { id: "found", title: t("found"), isNumber: true, cell: ({ found }) => share(found), sortBy: ({ found }) => found },
    { id: "right", title: t("right"), isNumber: true, cell: ({ right }) => share(right), sortBy: ({ right }) => right },
    { id: "mayDecide", title: t("mayDecide"), isMinor: true, cell: ({ mayDecide }) => <Decides isTrue={mayDecide} /> },
  ];
  return (
    <Panel anchor={anchorOf("examples")} title={t("title")} note={t("note", { count: exampleCount })}>
      {exampleCount === 0 ? null : <p className="px-2 pb-1 text-fg-3 text-meta sm:px-3">{t("openHint")}</p>}
      <div className="max-h-96 overflow-y-auto">
        <DataTable
          caption={t("title")}
          columns={columns}
          rows={sortedRows(categories, (each) => each.exampleCount, "descending")}
          keyOf={({ categoryId }) => categoryId}
          emptyText={t("empty")}
        />
      </div>
    </Panel>
  );
}

/** The name of a category. In a narrow table, which has no column for it, a mark here says that it may decide. */
function Name({ name, category }: { name: string; category: CategoryQuality }) {
  const t = useTranslations("settings.quality.examples");
  const { categoryId, exampleCount, mayDecide } = category;
  return (
    <span className="flex items-center gap-1">
      {exampleCount === 0 ? (
        <bdi className="min-w-0">{name}</bdi>
      ) : (
        <Link
          href={examplesAddress(categoryId)}
          className="min-w-0 py-1 text-link underline underline-offset-4 pointer-touch:py-3"
        >
          <bdi>{name}</bdi>
        </Link>
      )}
      {mayDecide ? (
        <span className="@lg:hidden shrink-0 text-ok">
          <Check className="size-3.5" aria-hidden="true" />
          <span className="sr-only">{t("decides")}</span>
        </span>
      ) : null}
    </span>
  );
}

function Decides({ isTrue }: { isTrue: boolean }) {
  const t = useTranslations("settings.quality.examples");
  if (!isTrue) return <span className="text-fg-3">{t("no")}</span>;
  return (
    <span className="inline-flex items-center gap-1 text-ok">
      <Check className="size-3.5" aria-hidden="true" />
      {t("yes")}
    </span>
  );
}
