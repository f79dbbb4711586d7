/** Scripts that are mixed within words. Any other mixture is meant to deceive. */
const WRITTEN_TOGETHER: readonly (readonly RegExp[])[] = [
  [/\p{Script=Latin}/u, /\p{Script=Han}/u, /\p{Script=Hiragana}/u, /\p{Script=Katakana}/u],
  [/\p{Script=Latin}/u, /\p{Script=Han}/u, /\p{Script=Hangul}/u],
  [/\p{Script=Latin}/u, /\p{Script=Han}/u, /\p{Script=Bopomofo}/u],
];
/** A word of only Cyrillic, Greek and Armenian letters that look like Latin ones. It passes for a Latin word. */
const LOOKS_LATIN = /^[асԁеһіјӏорԛѕԝхуъьҽпгѵѡкмтвнзοανρτυικχγωսօզհոցյ\d-]+$/u;
/** Zones where the dotless i is a letter of its own. Elsewhere it passes for the dotted one. */
const TURKIC_ZONE = /^(?:tr|az)$/;
const LATIN = /^[a-z0-9ßæøœłđðþ-]+$/u;

/**
 * Whether a host name shows where it leads. Each label must have one script and only plain Latin letters, and no label
 * of another script may pass for a Latin word. Numeric addresses are plain.
 */
export function isPlainHost(host: string): boolean {
  if (/^\[[\da-f:.]+\]$/i.test(host)) return true;
  const labels = host.normalize("NFC").toLowerCase().replace(/\.$/, "").split(".");
  const zone = labels.at(-1) ?? "";
  return labels.every(
    (label) =>
      isPlainLabel(TURKIC_ZONE.test(zone) ? label.replaceAll("ı", "i") : label) &&
      !(LOOKS_LATIN.test(label) && isForeign(label) && LATIN.test(zone)),
  );
}

function isPlainLabel(label: string): boolean {
  if (!/^[\p{L}\p{M}\p{Nd}\u3005\u3007\u30fb\u30fc-]+$/u.test(label)) return false;
  const letters = [...label].filter((sign) => /\p{L}/u.test(sign) && !/\p{Script=Common}/u.test(sign));
  const isOfOneScript = letters.every((letter) => scriptOf(letter).test(letters[0] ?? ""));
  const isTogether = WRITTEN_TOGETHER.some((scripts) =>
    letters.every((letter) => scripts.some((each) => each.test(letter))),
  );
  const isLatinPlain = letters.every(
    (letter) => !/\p{Script=Latin}/u.test(letter) || LATIN.test(withoutAccents(letter)),
  );
  return (isOfOneScript || isTogether) && isLatinPlain;
}

const isForeign = (label: string) => /[^\p{ASCII}]/u.test(label);
const withoutAccents = (letter: string) => letter.normalize("NFD").replace(/\p{M}/gu, "");

const SCRIPTS = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Han}/u,
  /\p{Script=Hiragana}/u,
  /\p{Script=Katakana}/u,
  /\p{Script=Hangul}/u,
];
/** All other scripts count as one, since their letters do not look Latin. */
const ANY_OTHER = new RegExp(`^(?!${SCRIPTS.map(({ source }) => source).join("|")})\\p{L}`, "u");

const scriptOf = (letter: string) => SCRIPTS.find((script) => script.test(letter)) ?? ANY_OTHER;
