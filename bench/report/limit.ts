/** A figure and its limit. */
export interface LimitCheck {
  readonly name: string;
  readonly figure: string;
  readonly limit: string;
  readonly isMet: boolean;
}

/** Checks that a figure is at least `least`. */
export function atLeast(name: string, figure: number, least: number, unit: string): LimitCheck {
  return { name, figure: `${rounded(figure)}${unit}`, limit: `≥ ${rounded(least)}${unit}`, isMet: figure >= least };
}

/** Checks that a figure is at most `most`. */
export function atMost(name: string, figure: number, most: number, unit: string): LimitCheck {
  return { name, figure: `${rounded(figure)}${unit}`, limit: `≤ ${rounded(most)}${unit}`, isMet: figure <= most };
}

/** A figure for people: about three significant digits, with commas for thousands. */
export function rounded(figure: number): string {
  const digits = Math.abs(figure) >= 100 ? 0 : Math.abs(figure) >= 10 ? 1 : 2;
  return figure.toLocaleString("en", { maximumFractionDigits: digits });
}
