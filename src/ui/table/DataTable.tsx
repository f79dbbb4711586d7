"use client";

import { ArrowDown, ArrowUp, ArrowUpDown } from "lucide-react";
import { type ReactNode, useState } from "react";
import { classes } from "../classes";
import { VisuallyHidden } from "../speech/VisuallyHidden";
import { type SortValue, sortedRows } from "./sortedRows";

export type Column<Row> = {
  id: string;
  title: string;
  cell: (row: Row) => ReactNode;
  isNumber?: boolean;
  /** True hides the column in a narrow table; "wide" shows it in a wide table only. */
  isMinor?: boolean | "wide";
  /** Makes the table sortable by this column. */
  sortBy?: (row: Row) => SortValue;
  /** The width class in a table with `isFixed`. Columns without one share the rest. */
  width?: string;
};

export type DataTableProps<Row> = {
  /** The name of the table, for screen readers. */
  caption: string;
  /** The first column holds the headings of the rows. */
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row, index: number) => string;
  /** True keeps the widths of the columns, whatever their content. */
  isFixed?: boolean;
  /** Why a row is shown faded, in words for its title and for screen readers; null if it is not. */
  fadedWords?: (row: Row) => string | null;
  emptyText: string;
};

type Sorting = { by: string; direction: "ascending" | "descending" } | null;

/** A plain table with column and row headers. A narrow one hides its minor columns instead of scrolling sideways. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, keyOf, emptyText, isFixed = false, fadedWords } = props;
  const [sorting, setSorting] = useState<Sorting>(null);
  const sortBy = columns.find(({ id }) => id === sorting?.by)?.sortBy;
  const shown = sorting && sortBy ? sortedRows(rows, sortBy, sorting.direction) : rows;
  if (rows.length === 0) return <p className="px-3 py-4 text-fg-2 text-table">{emptyText}</p>;
  return (
    <div className="@container">
      <table className={classes("w-full border-separate border-spacing-0 text-table", isFixed && "table-fixed")}>
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Heading key={column.id} column={column} sorting={sorting} onSort={setSorting} />
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row, index) => (
            <Line key={keyOf(row, index)} columns={columns} row={row} faded={fadedWords?.(row) ?? null} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type HeadingProps<Row> = { column: Column<Row>; sorting: Sorting; onSort: (sorting: Sorting) => void };

function Heading<Row>({ column, sorting, onSort }: HeadingProps<Row>) {
  const direction = sorting?.by === column.id ? sorting.direction : undefined;
  const next = direction === "descending" ? "ascending" : "descending";
  return (
    <th
      scope="col"
      aria-sort={direction}
      className={classes(
        "sticky top-0 z-10 border-line border-b bg-surface px-1.5 py-1.5 @xs:px-2 @sm:px-3 font-medium text-fg-3 text-meta",
        faceOf(column),
        column.width,
      )}
    >
      {column.sortBy ? (
        <button
          type="button"
          onClick={() => onSort({ by: column.id, direction: next })}
          className="-my-1 inline-flex min-h-6 items-center gap-1 rounded-control hover:text-fg pointer-touch:min-h-11"
        >
          {column.title}
          <SortShape direction={direction} />
        </button>
      ) : (
        column.title
      )}
    </th>
  );
}

function SortShape({ direction }: { direction: "ascending" | "descending" | undefined }) {
  const Shape = direction === "ascending" ? ArrowUp : direction === "descending" ? ArrowDown : ArrowUpDown;
  return <Shape className={classes("size-3", !direction && "text-line-control")} aria-hidden="true" />;
}

type LineProps<Row> = { columns: readonly Column<Row>[]; row: Row; faded: string | null };

function Line<Row>({ columns, row, faded }: LineProps<Row>) {
  return (
    <tr
      title={faded ?? undefined}
      className={classes("group hover:bg-hover", faded !== null && "text-fg-3 **:text-fg-3")}
    >
      {columns.map((column, index) => (
        <Cell key={column.id} column={column} row={row} isHeading={index === 0} faded={faded} />
      ))}
    </tr>
  );
}

type CellProps<Row> = { column: Column<Row>; row: Row; isHeading: boolean; faded: string | null };

function Cell<Row>({ column, row, isHeading, faded }: CellProps<Row>) {
  const face = classes("h-(--row) border-line border-b px-1.5 @xs:px-2 @sm:px-3 group-last:border-b-0", faceOf(column));
  if (!isHeading) return <td className={face}>{column.cell(row)}</td>;
  return (
    <th scope="row" className={`${face} font-medium`}>
      {column.cell(row)}
      {faded === null ? null : <VisuallyHidden> ({faded})</VisuallyHidden>}
    </th>
  );
}

function faceOf<Row>({ isNumber = false, isMinor = false }: Column<Row>): string {
  return classes(
    isNumber ? "num text-end" : "text-start",
    isMinor === true && "hidden @lg:table-cell",
    isMinor === "wide" && "hidden @2xl:table-cell",
  );
}
