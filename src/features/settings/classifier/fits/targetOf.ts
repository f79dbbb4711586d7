import { TARGET_PRECISION_MAX, TARGET_PRECISION_MIN } from "@/contract/inputs/limits";
export const PERCENT_MIN = TARGET_PRECISION_MIN * 100;
export const PERCENT_MAX = TARGET_PRECISION_MAX * 100;

/** The target that was typed in percent, with a point or a comma, as a share from 0 to 1; null if it is not valid. */
export function targetOf(typed: string): number | null {
  const text = typed.trim().replace(/\s*%$/, "").replace(",", ".");
  if (!/^\d+(\.\d+)?$/.test(text)) return null;
  const percent = Number(text);
  return percent >= PERCENT_MIN && percent <= PERCENT_MAX ? Math.round(percent * 100) / 10_000 : null;
}

/** A share in percent, as it would be typed. */
export function typedTarget(share: number): string {
  return String(Math.round(share * 10_000) / 100);
}
