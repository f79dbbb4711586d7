import type { ClockFace } from "./slaClockFace";

/** The shape of a clock's state, 12 px. The shapes differ even without colours. */
export function ClockShape({ face }: { face: ClockFace }) {
  return (
    <svg viewBox="0 0 12 12" className="size-3 shrink-0" aria-hidden="true" fill="currentColor">
      {SHAPE[face]}
    </svg>
  );
}

const SHAPE = {
  on_track: <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  at_risk: <path d="M6 1 11.5 11H.5Z" />,
  breached: <rect x="1" y="1" width="10" height="10" rx="1" />,
  paused: <path d="M2.5 1.5h2.5v9H2.5zM7 1.5h2.5v9H7z" />,
  outside_hours: <path d="M10.8 7.4A5 5 0 1 1 4.6 1.2a4 4 0 0 0 6.2 6.2Z" />,
  met: (
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
