"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/ui/Button";
import { classes } from "@/ui/classes";
import { type Column, DataTable } from "@/ui/table/DataTable";
import { useHeldRows } from "@/ui/table/useHeldRows";

export type SteadyTableProps<Row> = {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** A stable function. */
  keyOf: (row: Row) => string;
  emptyText: string;
  className?: string;
};

/**
 * A table of the board that updates without moving its elements: a row is a place, and its content changes with the
 * order. While the pointer or the focus is in the table, the order is held, and a button shows the new one.
 */
export function SteadyTable<Row>({ keyOf, rows, className, ...table }: SteadyTableProps<Row>) {
  const t = useTranslations("board");
  const { shown, isOutdated, show, holder } = useHeldRows(rows, keyOf);
  const gone = new Set(shown.filter(({ isGone }) => isGone).map(({ row }) => row));
  return (
    <div {...holder} className={classes("relative", className)}>
      <DataTable
        {...table}
        isFixed
        rows={shown.map(({ row }) => row)}
        fadedWords={(row) => (gone.has(row) ? t("gone") : null)}
        keyOf={(_row, index) => String(index)}
      />
      {isOutdated ? (
        <div className="pointer-events-none absolute inset-x-0 -bottom-3 z-10 flex justify-center">
          <Button size="compact" className="pointer-events-auto shadow-pop" onClick={show}>
            {t("showOrder")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
