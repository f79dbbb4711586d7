import iconv from "iconv-lite";

/** A letter set of a language, and in which old encodings its files come; the first encoding is the likelier one. */
type Script = { readonly letters: RegExp; readonly encodings: readonly string[] };

const WESTERN = ["windows-1252", "macintosh"];
/** Only for those who speak it: Hebrew reads in it as well. */
const MAC_GREEK = "macgreek";
const CENTRAL = ["windows-1250", "iso-8859-2", "maccenteuro"];
const CYRILLIC = ["windows-1251", "koi8-u"];

/** In the order of likelihood, which decides where two read a file equally well. */
const SCRIPTS: readonly Script[] = [
  ...["äöüß", "éèêëàâçîïôùûœæ", "áéíóúüñªº", "àèéìíòóù", "áâãàçéêíóôõúªº", "éëïóöèü", "åäöé", "æøåé", "àèéíïóòúüç"].map(
    (letters) => ({ letters: oneOf(letters), encodings: WESTERN }),
  ),
  ...["ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "čćđšž", "ăâîşţ"].map((letters) => ({
    letters: oneOf(letters),
    encodings: CENTRAL,
  })),
  { letters: oneOf("çğıöşüâîûİ"), encodings: ["windows-1254", "macturkish"] },
  // In few files, and in all its letters but these a Turkish one reads as well.
  { letters: oneOf("áðéíóúýþæö"), encodings: WESTERN },
  ...["ąčęėįšųūž", "āčēģīķļņšūž", "äõöüšž"].map((letters) => ({
    letters: oneOf(letters),
    encodings: ["windows-1257"],
  })),
  { letters: oneOf("абвгдеёжзийклмнопрстуфхцчшщъыьэюя"), encodings: CYRILLIC },
  { letters: oneOf("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"), encodings: CYRILLIC },
  { letters: oneOf("абвгдђежзијклљмнњопрстћуфхцчџш"), encodings: CYRILLIC },
  { letters: oneOf("αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ"), encodings: ["windows-1253", "iso-8859-7", MAC_GREEK] },
  { letters: /\p{Script=Hebrew}/u, encodings: ["windows-1255"] },
  { letters: /\p{Script=Arabic}/u, encodings: ["windows-1256"] },
  { letters: /\p{Script=Thai}/u, encodings: ["windows-874"] },
];
/** The code page of Windows by language, as which its programs write; of all others it is the Western one. */
const CODE_PAGES: readonly [languages: RegExp, encoding: string][] = [
  [/^(?:pl|cs|sk|hu|hr|sl|ro|bs|sq)\b/i, "windows-1250"],
  [/^(?:ru|uk|bg|be|sr|mk|kk)\b/i, "windows-1251"],
  [/^el\b/i, "windows-1253"],
  [/^(?:tr|az)\b/i, "windows-1254"],
  [/^(?:he|iw)\b/i, "windows-1255"],
  [/^(?:ar|fa|ur)\b/i, "windows-1256"],
  [/^(?:lt|lv|et)\b/i, "windows-1257"],
  [/^th\b/i, "windows-874"],
];
const ENCODINGS = [...new Set(SCRIPTS.flatMap(({ encodings }) => encodings))];

/** Signs that any text may have. */
const PUNCTUATION = /[\u00a0€‚„…‘’“”–—•«»‹›§°´¡¿£©®™·]/;
const SAMPLE_BYTES = 200_000;
/** More of a text than this that fits no language means that nobody knows what the file is. */
const STRANGE_SHARE_MAX = 0.1;
const CONTROL_WEIGHT = 10;

/**
 * The one-byte encoding in which a file reads best, by the letters of its languages; null where none makes sense of it.
 * Detectors that count letter pairs need far more text than a few rows: they take "Türklingel" for Romanian. Where it
 * reads equally well in two, the languages of its sender decide, then which language is likelier.
 *
 * @param languages as a browser names them, such as "pl,en;q=0.8"
 */
export function legacyEncoding(bytes: Uint8Array, languages = ""): string | null {
  const home = codePageOf(languages);
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const wanted = ENCODINGS.filter((each) => each !== MAC_GREEK || home === "windows-1253");
  const rated = wanted.map((encoding) => ({ encoding, ...strangenessOf(sample, encoding) }));
  const isHome = ({ encoding }: { encoding: string }) => Number(encoding === home);
  const [best] = rated.sort((a, b) => a.strange - b.strange || isHome(b) - isHome(a) || a.rarity - b.rarity);
  if (!best) return null;
  return best.strange > best.signs * STRANGE_SHARE_MAX ? null : best.encoding;
}

/** A text in a one-byte encoding, by iconv: Node's own decoder takes Windows-1252 for Latin-1, without its quotes and €. */
export function readLegacy(bytes: Uint8Array, encoding: string): string {
  return iconv.decode(bytes, encoding);
}

/** By the first language that has one of its own: many have English before theirs. */
function codePageOf(languages: string): string | null {
  const own = languages.split(",").flatMap((each) => CODE_PAGES.find(([names]) => names.test(each.trim()))?.[1] ?? []);
  return own[0] ?? null;
}

type Strangeness = { strange: number; signs: number; rarity: number };

/**
 * How many signs beyond ASCII a sample has in an encoding, how many of them fit no language of their line, and how far
 * down the list of languages stand those that fit best.
 */
function strangenessOf(sample: Uint8Array, encoding: string): Strangeness {
  const scripts = SCRIPTS.filter(({ encodings }) => encodings.includes(encoding));
  let strange = 0;
  let signs = 0;
  let rarity = 0;
  for (const line of readLegacy(sample, encoding).split(/[\r\n]/)) {
    const all = [...line].filter((sign) => sign > "\x7f");
    if (all.length === 0) continue;
    signs += all.length;
    const beyond = all.filter((sign) => !PUNCTUATION.test(sign));
    const misfits = scripts.map(({ letters }) => beyond.filter((sign) => !letters.test(sign)).length);
    const fewest = Math.min(...misfits);
    const fitting = scripts[misfits.indexOf(fewest)];
    if (fitting) rarity += SCRIPTS.indexOf(fitting);
    strange += fewest + controlsIn(line) * CONTROL_WEIGHT + turnedCases(line) + unlikeWords(line);
  }
  return { strange, signs, rarity };
}

const controlsIn = (line: string) => line.match(/[\x80-\x9f\ufffd]/g)?.length ?? 0;

/** Capitals after small letters beyond ASCII: KOI8 read as Windows-1251 is Russian with its cases turned around. */
const turnedCases = (line: string) => line.match(/(?!\p{ASCII})\p{Ll}(?!\p{ASCII})\p{Lu}/gu)?.length ?? 0;

/** Signs that stand in no word between letters, and Cyrillic words without a vowel or all in capitals, as which Hebrew would be read. */
function unlikeWords(line: string): number {
  const split = line.match(/\p{L}[“”„‚‹›€•£©®°™](?=\p{L})/gu)?.length ?? 0;
  const words = line.match(/\p{Script=Cyrillic}{3,}/gu) ?? [];
  const isUnlike = (word: string) => !/[аеёиоуыэюяєіїј]/i.test(word) || word === word.toUpperCase();
  // A Greek word of some length has its accent, unless it is in capitals.
  const greek = line.match(/\p{Script=Greek}{4,}/gu) ?? [];
  const isBare = (word: string) => !/[άέήίόύώ]/i.test(word) && word !== word.toUpperCase();
  return split + words.filter(isUnlike).length + greek.filter(isBare).length;
}

function oneOf(letters: string): RegExp {
  return new RegExp(`[${letters}${letters.toUpperCase().replace("SS", "")}]`, "u");
}
