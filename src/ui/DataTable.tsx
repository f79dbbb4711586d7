"use client";

import type { ReactNode } from "react";
import { classes } from "./classes";

export type Column<Row> = {
  id: string;
  title: string;
  cell: (row: Row) => ReactNode;
  isNumber?: boolean;
  /** Left out on narrow screens. */
  isMinor?: boolean;
};

export type DataTableProps<Row> = {
  /** The name of the table, for those who listen. */
  caption: string;
  /** The first column is the heading of its row. */
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  emptyText: string;
};

/** A plain table with headers both ways; in little room it leaves out its minor columns instead of scrolling sideways. */
export function DataTable<Row>({ caption, columns, rows, keyOf, emptyText }: DataTableProps<Row>) {
  if (rows.length === 0) return <p className="px-3 py-4 text-fg-2 text-table">{emptyText}</p>;
  return (
    <div className="@container">
      <table className="w-full border-separate border-spacing-0 text-table">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                className={classes(
                  "sticky top-0 z-10 border-line border-b bg-surface px-1.5 py-1.5 @xs:px-2 @sm:px-3 font-medium text-fg-3 text-meta",
                  faceOf(column),
                )}
              >
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)} className="group hover:bg-hover">
              {columns.map((column, index) => (
                <Cell key={column.id} column={column} row={row} isHeading={index === 0} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell<Row>({ column, row, isHeading }: { column: Column<Row>; row: Row; isHeading: boolean }) {
  const face = classes("h-(--row) border-line border-b px-1.5 @xs:px-2 @sm:px-3 group-last:border-b-0", faceOf(column));
  if (!isHeading) return <td className={face}>{column.cell(row)}</td>;
  return (
    <th scope="row" className={`${face} font-medium`}>
      {column.cell(row)}
    </th>
  );
}

function faceOf<Row>({ isNumber = false, isMinor = false }: Column<Row>): string {
  return classes(isNumber ? "num text-end" : "text-start", isMinor && "hidden @lg:table-cell");
}
