import { type Catalogue, en, type MessageKey } from "./en";

export type Facts = Readonly<Record<string, string | number>>;
export type Translate = (key: MessageKey, facts?: Facts) => string;

const catalogues: Readonly<Record<string, Catalogue>> = { en };
const RIGHT_TO_LEFT = new Set(["ar", "fa", "he", "ps", "ur", "yi"]);

export type Language = {
  t: Translate;
  /** For `Intl` and the document: the wanted locale if its language has a catalogue, else English. */
  locale: string;
  direction: "ltr" | "rtl";
};

/** The texts and the number and date formats for a wanted locale; English if it is unknown or malformed. */
export function languageFor(wantedLocale: string): Language {
  const language = wantedLocale.split("-")[0]?.toLowerCase() ?? "";
  const catalogue = catalogues[language];
  const locale = catalogue ? (canonicalLocale(wantedLocale) ?? "en") : "en";
  return {
    t: translateBy(catalogue ?? en, locale),
    locale,
    direction: RIGHT_TO_LEFT.has(locale.split("-")[0] ?? "") ? "rtl" : "ltr",
  };
}

function canonicalLocale(locale: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(locale)[0];
  } catch {
    return undefined;
  }
}

function translateBy(catalogue: Catalogue, locale: string): Translate {
  const plurals = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  return (key, facts = {}) => {
    const message = catalogue[key];
    const text =
      typeof message === "string" ? message : message[plurals.select(Number(facts.count)) === "one" ? "one" : "other"];
    return text.replace(/\{(\w+)\}/g, (mark, name: string) => {
      const fact = facts[name];
      return typeof fact === "number" ? numbers.format(fact) : (fact ?? mark);
    });
  };
}
