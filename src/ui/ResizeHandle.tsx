"use client";

import { useTranslations } from "next-intl";
import type { KeyboardEvent, PointerEvent } from "react";

const STEP_PX = 16;

export type ResizeHandleProps = {
  /** Names the pane that is resized. */
  pane: string;
  /** Id of that pane's element. */
  controls: string;
  widthPx: number;
  minPx: number;
  maxPx: number;
  onResize: (widthPx: number) => void;
  /** The pane lies after the handle, so that dragging towards it makes it smaller. */
  isAfter?: boolean;
};

/** The edge between two panes: dragged, or moved by the arrow keys; Home and End go to the limits. */
export function ResizeHandle(props: ResizeHandleProps) {
  const { pane, controls, widthPx, minPx, maxPx, onResize, isAfter = false } = props;
  const t = useTranslations("ui");
  const set = (nextPx: number) => onResize(Math.min(maxPx, Math.max(minPx, nextPx)));
  const towardsEnd = (element: Element) =>
    (getComputedStyle(element).direction === "rtl" ? -1 : 1) * (isAfter ? -1 : 1);

  const byKey = (event: KeyboardEvent<HTMLHRElement>) => {
    const sign = towardsEnd(event.currentTarget);
    const nextPx = {
      ArrowRight: widthPx + STEP_PX * sign,
      ArrowLeft: widthPx - STEP_PX * sign,
      Home: minPx,
      End: maxPx,
    }[event.key];
    if (nextPx === undefined) return;
    event.preventDefault();
    set(nextPx);
  };
  const byPointer = (event: PointerEvent<HTMLHRElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    set(widthPx + event.movementX * towardsEnd(event.currentTarget));
  };

  return (
    <hr
      aria-orientation="vertical"
      aria-label={t("resize", { pane })}
      aria-controls={controls}
      aria-valuenow={Math.round(widthPx)}
      aria-valuemin={minPx}
      aria-valuemax={maxPx}
      tabIndex={0}
      onKeyDown={byKey}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={byPointer}
      className="relative z-10 m-0 hidden h-auto w-px self-stretch border-0 shrink-0 cursor-col-resize touch-none bg-line before:absolute before:inset-y-0 before:-inset-x-1 hover:bg-accent focus-visible:bg-accent md:block"
    />
  );
}
