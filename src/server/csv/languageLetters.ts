/** The letters of some languages beyond ASCII, and the old encodings of their files, the likelier first. */
export type Script = { readonly letters: RegExp; readonly languages: RegExp; readonly encodings: readonly string[] };

const WESTERN = ["windows-1252", "iso-8859-15", "macintosh", "cp850", "cp437"];
const CENTRAL = ["windows-1250", "iso-8859-2", "maccenteuro", "cp852"];
const BALTIC = ["windows-1257", "cp775", "iso-8859-4", "iso-8859-10"];
const CYRILLIC = ["windows-1251", "koi8-u", "cp866", "iso-8859-5", "mac-cyrillic"];

/** The likelier first. */
export const SCRIPTS: readonly Script[] = [
  script("de", "äöüß", WESTERN),
  script("fr", "éèêëàâçîïôùûœæ", WESTERN),
  script("es", "áéíóúüñªº", WESTERN),
  script("it", "àèéìíòóù", WESTERN),
  script("pt|gl", "áâãàçéêíóôõúªº", WESTERN),
  script("nl", "éëïóöèü", WESTERN),
  script("sv|fi", "åäöéšž", WESTERN),
  script("da|nb|nn|no", "æøåé", WESTERN),
  script("ca", "àèéíïóòúüç", WESTERN),
  script("pl", "ąćęłńóśźż", CENTRAL),
  script("cs", "áčďéěíňóřšťúůýž", CENTRAL),
  script("sk", "áäčďéíĺľňóôŕšťúýž", CENTRAL),
  script("hu", "áéíóöőúüű", CENTRAL),
  script("hr|sl|bs|sr", "čćđšž", [...CENTRAL, "maccroatian"]),
  script("ro", "ăâîşţ", CENTRAL),
  script("tr|az", "çğıöşüâîûİ", ["windows-1254", "macturkish", "cp857"]),
  script("is", "áðéíóúýþæö", ["windows-1252", "iso-8859-15", "cp850", "iso-8859-10", "maciceland"]),
  script("lt", "ąčęėįšųūž", BALTIC),
  script("lv", "āčēģīķļņšūž", BALTIC),
  script("et", "äõöüšž", BALTIC),
  script("ru|bg|be|kk", "абвгдеёжзийклмнопрстуфхцчшщъыьэюя", CYRILLIC),
  script("uk", "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя", CYRILLIC),
  script("sr|mk", "абвгдђежзијклљмнњопрстћуфхцчџш", CYRILLIC),
  script("el", "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ", ["windows-1253", "iso-8859-7", "macgreek", "cp737"]),
  { letters: /[\u05d0-\u05ea\u05f3\u05f4]/, languages: /^(?:he|iw)\b/i, encodings: ["windows-1255", "cp862"] },
  { letters: /\p{Script=Arabic}/u, languages: /^(?:ar|fa|ur)\b/i, encodings: ["windows-1256", "cp720", "iso-8859-6"] },
  // Thai, without obsolete letters and its own digits.
  {
    letters: /[\u0e01\u0e02\u0e04\u0e06-\u0e3a\u0e40-\u0e44\u0e46-\u0e4d]/,
    languages: /^th\b/i,
    encodings: ["windows-874"],
  },
];
/** All one-byte encodings of the scripts. */
export const ENCODINGS = [...new Set(SCRIPTS.flatMap(({ encodings }) => encodings))];

/**
 * Encodings that no present office program writes. They are recognized, so that none is taken for another, but not
 * read.
 */
export const UNREAD = /^(?:cp|iso-8859-(?:4|5|6|10)$|mac(?:croatian|iceland|-cyrillic)$)/;

/**
 * Encodings so rare that a file counts as one of them only if no common one fits, or its sender speaks the language.
 */
export const RARE = /^(?:cp(?:775|737|862|720)|iso-8859-(?:4|6|10)|mac(?!intosh$).*)$/;

/** The scripts of these languages. @param languages as a browser names them, such as "pl,en;q=0.8" */
export function scriptsOf(languages: string): readonly Script[] {
  const named = languages.split(",").map((each) => each.trim());
  return SCRIPTS.filter((each) => named.some((language) => each.languages.test(language)));
}

function script(languages: string, letters: string, encodings: readonly string[]): Script {
  const capitals = letters.toUpperCase().replace("SS", "");
  return {
    letters: new RegExp(`[${letters}${capitals}]`, "u"),
    languages: new RegExp(`^(?:${languages})\\b`, "i"),
    encodings,
  };
}
