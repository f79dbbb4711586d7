"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import type { BoardFigure } from "@/contract/views/boardViews";
import { classes } from "@/ui/classes";
import { INK, type Tone } from "@/ui/marks/tone";
import { Tooltip } from "@/ui/overlays/Tooltip";
import { figureHref } from "./figureHref";

export type FigureCardProps = {
  name: "waiting" | "longest" | "breached" | "atRisk" | "escalated" | "assigned" | "closedToday" | "rating";
  value: ReactNode;
  /** The requests that the card opens. Without it the card opens nothing. */
  figure?: BoardFigure;
  note?: string | undefined;
  tone?: Tone;
  shape?: ReactNode;
};

const FACE = "flex min-h-16 flex-col rounded-card border border-line bg-surface px-3 py-2 sm:min-h-20";

/** One large figure with its name. Its tooltip and its description say how it is counted. */
export function FigureCard({ name, value, figure, note, tone = "neutral", shape }: FigureCardProps) {
  const t = useTranslations("board");
  const id = useId();
  const body = (
    <>
      <span className="text-fg-2 text-meta">{t(`figure.${name}`)}</span>
      <span
        className={classes(
          "num flex items-center gap-1.5 whitespace-nowrap font-semibold text-figure",
          tone === "neutral" ? "text-fg" : INK[tone],
        )}
      >
        {value}
        {shape ? <span className="ms-auto">{shape}</span> : null}
      </span>
      {note ? <span className="text-fg-3 text-meta">{note}</span> : null}
      <span id={id} hidden>
        {t(`formula.${name}`)}
      </span>
    </>
  );
  if (!figure) return <div className={FACE}>{body}</div>;
  return (
    <Tooltip content={t(`formula.${name}`)} side="bottom">
      <Link
        href={figureHref({ figure })}
        aria-describedby={id}
        className={`${FACE} transition-colors hover:border-line-control hover:bg-hover`}
      >
        {body}
      </Link>
    </Tooltip>
  );
}
