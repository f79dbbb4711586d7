import { type AppLocale, LOCALES } from "./messages";

const RANGES_MAX = 20;

/** The supported language that `acceptLanguage` prefers (by weight, then order), else the first supported one. */
export function chooseLocale(acceptLanguage: string | null, supported: readonly AppLocale[] = LOCALES): AppLocale {
  const preferred = (acceptLanguage ?? "").split(",", RANGES_MAX).map(readRange).sort(byWeight);
  for (const { language } of preferred) {
    const match = supported.find((each) => language === each || language.startsWith(`${each}-`));
    if (match) return match;
  }
  return supported[0] ?? LOCALES[0];
}

type Range = { language: string; weight: number };

function readRange(range: string): Range {
  const [language = "", ...parameters] = range.trim().toLowerCase().split(";");
  const weight = parameters.map((each) => each.trim()).find((each) => each.startsWith("q="));
  return { language: language.trim(), weight: weight ? Number(weight.slice(2)) || 0 : 1 };
}

const byWeight = (a: Range, b: Range) => b.weight - a.weight;
