"use client";

import { useTranslations } from "next-intl";
import { Chip } from "./Chip";
import type { Tone } from "./tone";

type State = "open" | "pending" | "need_info" | "closed";

const TONE: Record<State, Tone> = { open: "info", pending: "neutral", need_info: "warn", closed: "ok" };

/** The state of a sequence (C4) as shape, word and colour. */
export function StateChip({ state }: { state: State }) {
  const t = useTranslations("states.sequence");
  return (
    <Chip tone={TONE[state]} icon={<StateShape state={state} />}>
      {t(state)}
    </Chip>
  );
}

/** The shape alone, for menus and rows that say the word beside it. */
export function StateShape({ state }: { state: State }) {
  return (
    <svg viewBox="0 0 12 12" className="size-3 shrink-0" aria-hidden="true" fill="currentColor">
      {SHAPE[state]}
    </svg>
  );
}

const SHAPE = {
  open: <circle cx="6" cy="6" r="5" />,
  pending: <path d="M6 .5a5.5 5.5 0 1 0 0 11Zm0 1.5v8a4 4 0 0 0 0-8Z" fillRule="evenodd" />,
  need_info: <path d="m6 .5 5.5 5.5L6 11.5.5 6Z" />,
  closed: (
    <path
      d="m1.5 6.5 3 3 6-7"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  ),
};
