"use client";

import { useTranslations } from "next-intl";
import { classes } from "../classes";
import { INK, type Tone } from "./tone";

export type ShownAvailability = "available" | "on_call" | "busy" | "away" | "offline";

const TONE: Record<ShownAvailability, Tone> = {
  available: "ok",
  on_call: "info",
  busy: "warn",
  away: "neutral",
  offline: "neutral",
};

/** The shape of an availability, 12 px. Its word is written beside it, or read to screen readers if `isAlone`. */
export function AvailabilityMark({
  availability,
  isAlone = false,
}: {
  availability: ShownAvailability;
  isAlone?: boolean;
}) {
  const t = useTranslations("states.availability");
  return (
    <span className={classes("inline-flex", INK[TONE[availability]])}>
      <svg viewBox="0 0 12 12" className="size-3 shrink-0" aria-hidden="true" fill="currentColor">
        {SHAPE[availability]}
      </svg>
      {isAlone ? <span className="sr-only">{t(availability)}</span> : null}
    </span>
  );
}

const ring = <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.5" />;
const SHAPE = {
  available: <circle cx="6" cy="6" r="5" />,
  on_call: (
    <>
      {ring}
      <circle cx="6" cy="6" r="2" />
    </>
  ),
  busy: (
    <>
      {ring}
      <path d="M6 1.5a4.5 4.5 0 0 1 0 9Z" />
    </>
  ),
  away: ring,
  offline: (
    <path
      d="M6 .5v5M3 2.7a4.3 4.3 0 1 0 6 0"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
    />
  ),
};
