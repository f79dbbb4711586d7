/** The languages with message catalogues, the first being the one for everybody else. */
export const LOCALES = ["en"] as const;

export type AppLocale = (typeof LOCALES)[number];
