"use client";

import { useLocale, useTranslations } from "next-intl";
import { classes } from "../classes";
import { formatSpan } from "../time/formatSpan";
import { useTicking } from "../time/useTicking";
import { ClockShape } from "./ClockShape";
import { type ClockFace, FACE_TONE, type ShownClock, slaClockFace } from "./slaClockFace";
import { INK, TINT } from "./tone";

export type SlaChipProps = {
  clock: ShownClock & { metric?: "pick_up" | "first_reply" | "next_reply" | "resolution" | "status_update" };
  /** "bare" is for rows: shape and text without a background. */
  look?: "chip" | "bare";
};

/** A clock as shape, text and colour (UX §1.7). It counts by itself, but screen readers do not read each tick. */
export function SlaChip({ clock, look = "chip" }: SlaChipProps) {
  const t = useTranslations("states");
  const face = useTicking((nowMs) => slaClockFace(clock, nowMs)) as ClockFace;
  const shown = useClockText(clock, face, "narrow");
  const state = useClockText(clock, face, "long");
  const said = clock.metric ? t("clock.said", { metric: t(`metric.${clock.metric}`), state }) : state;
  const ground = look === "chip" ? `chip h-6 rounded-full px-2 ${TINT[FACE_TONE[face]]}` : INK[FACE_TONE[face]];
  return (
    <span
      role="timer"
      aria-live="off"
      title={said}
      className={classes("num inline-flex items-center gap-1 whitespace-nowrap text-meta font-medium", ground)}
    >
      <ClockShape face={face} />
      <span aria-hidden="true" dir="auto">
        {shown}
      </span>
      <span className="sr-only">{said}</span>
    </span>
  );
}

const SHOWN = { paused: "clock.paused", outside_hours: "clock.outsideHours", met: "clock.met" } as const;
const SAID = {
  on_track: "clock.saidOnTrack",
  at_risk: "clock.saidAtRisk",
  breached: "clock.saidBreached",
  paused: "clock.saidPaused",
  outside_hours: "clock.saidOutsideHours",
  met: "clock.saidMet",
} as const;

function useClockText(clock: ShownClock, face: ClockFace, width: "narrow" | "long"): string {
  const locale = useLocale();
  const t = useTranslations("states");
  const dueMs = clock.dueAt?.getTime() ?? null;
  const span = useTicking((nowMs) => (dueMs === null ? "" : formatSpan(Math.abs(dueMs - nowMs), locale, width)));
  if (width === "long") return t(SAID[face], { span });
  if (face === "on_track" || face === "at_risk") return span;
  return face === "breached" ? t("clock.overdueBy", { span }) : t(SHOWN[face]);
}
