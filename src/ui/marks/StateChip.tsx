"use client";

import { useTranslations } from "next-intl";
import { Chip } from "./Chip";
import type { Tone } from "./tone";

type State = keyof typeof SHAPE;

const TONE: Record<State, Tone> = { open: "info", pending: "neutral", need_info: "warn", closed: "ok" };

/** The state of a sequence (C4), as shape, word and colour. */
export function StateChip({ state }: { state: State }) {
  const t = useTranslations("states.sequence");
  return (
    <Chip tone={TONE[state]} icon={<StateShape state={state} />}>
      {t(state)}
    </Chip>
  );
}

/** The shape of a state, for menus and rows with the word beside it. */
export function StateShape({ state }: { state: State }) {
  return (
    <svg viewBox="0 0 12 12" className="size-3 shrink-0" aria-hidden="true" fill="currentColor">
      {SHAPE[state]}
    </svg>
  );
}

const SHAPE = {
  open: <circle cx="6" cy="6" r="5" />,
  pending: (
    <>
      <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M6 1.5a4.5 4.5 0 0 0 0 9Z" />
    </>
  ),
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
