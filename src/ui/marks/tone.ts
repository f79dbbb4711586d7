/** What a colour means. A tone is never the only sign: words or a shape go with it. */
export type Tone = "neutral" | "accent" | "ok" | "warn" | "bad" | "info" | "internal";

/** Text on a tint of its tone. The contrast of each pair is at least 4.5:1. */
export const TINT: Record<Tone, string> = {
  neutral: "bg-sunken text-fg-2",
  accent: "bg-selected text-fg",
  ok: "bg-ok-bg text-ok",
  warn: "bg-warn-bg text-warn",
  bad: "bg-bad-bg text-bad",
  info: "bg-info-bg text-info",
  internal: "bg-internal-bg text-internal",
};

/** Text of a tone on any surface. */
export const INK: Record<Tone, string> = {
  neutral: "text-fg-2",
  accent: "text-link",
  ok: "text-ok",
  warn: "text-warn",
  bad: "text-bad",
  info: "text-info",
  internal: "text-internal",
};
