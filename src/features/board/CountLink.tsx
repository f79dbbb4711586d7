"use client";

import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { classes } from "@/ui/classes";
import { ClockShape } from "@/ui/marks/ClockShape";
import { type FigureFilter, figureHref } from "./figureHref";

export type CountLinkProps = {
  count: number;
  filter: FigureFilter;
  /** What is counted; with `of`, whose, for the name of the link. */
  figure: string;
  of: string;
  isBad?: boolean;
};

/** A count in a table, as a link to the requests behind it. A zero is no link. */
export function CountLink({ count, filter, figure, of, isBad = false }: CountLinkProps) {
  const t = useTranslations("board");
  const format = useFormatter();
  const value = format.number(count);
  if (count === 0) return <span className="text-fg-3">{value}</span>;
  return (
    <Link
      href={figureHref(filter)}
      aria-label={t("opensFor", { figure, name: of, value })}
      className={classes(
        "inline-flex min-h-6 min-w-6 items-center justify-end gap-1 underline decoration-line-control underline-offset-4 hover:decoration-current pointer-touch:min-h-11",
        isBad && "font-medium text-bad",
      )}
    >
      {isBad ? <ClockShape face="breached" /> : null}
      {value}
    </Link>
  );
}
