import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { decodeFile } from "./decodeFile";

const inOneByte = (text: string, encoding: string) => new Uint8Array(iconv.encode(text, encoding));

const utf16 = (text: string, isBig: boolean) => {
  const bytes = Buffer.from(text, "utf16le");
  return new Uint8Array(isBig ? bytes.swap16() : bytes);
};

const WESTERN = [
  "text;category\r\nDie Türklingel läutet nicht;Türklingel\r\n",
  "text;category\nTürklingel;card\n",
  "text;category\r\nMa carte a été volée à Genève, où dois-je appeler ?;carte\r\n",
  "text;category\r\n¿Dónde está mi devolución? Mañana será tarde;Pagos\r\n",
  "text;category\r\nNão consigo fazer a ligação, a operação falhou;Apoio\r\n",
  "text;category\r\nJag kan inte öppna låset på dörren;Lås\r\n",
  "text;category\r\nPerché la carta è bloccata? È già successo;Carta\r\n",
  "text;category\r\n“Can’t pay” – it’s 5 €…;card\r\nDie Tür klemmt;Tür\r\nOù est ma carte ? Déjà perdue;carte\r\n",
];
const OTHERS: [encoding: string, text: string][] = [
  ["windows-1250", "text;category\r\nProszę zablokować moją kartę;Karta\r\n"],
  [
    "windows-1250",
    "text;category\r\nProsím zablokujte mou kartu, ztratila se včera. Kdy přijde můj nový účet?;Účet\r\n",
  ],
  ["windows-1250", "text;category\r\nHol van a visszatérítésem? Őszintén köszönöm;Fizetés\r\n"],
  ["windows-1251", "text;category\r\nЗаблокируйте мою карту, пожалуйста;Карта\r\n"],
  ["windows-1251", "text;category\r\nЗаблокуйте мою картку, її вкрали;Картка\r\n"],
  ["koi8-u", "text;category\r\nЗаблокируйте мою карту, пожалуйста;Карта\r\n"],
  ["windows-1253", "text;category\r\nΠαρακαλώ μπλοκάρετε την κάρτα μου;Κάρτα\r\n"],
  ["windows-1254", "text;category\r\nKartım çalındı, lütfen bloke edin, teşekkürler, ağustos;Kart\r\n"],
  ["windows-1255", "text;category\r\nהכרטיס שלי אבד;כרטיס\r\n"],
  ["macintosh", "text;category\rDie Türklingel läutet nicht;Türklingel\r"],
  ["macintosh", "text;category\rMa carte a été volée à Genève;carte\r"],
];

const cases = [...WESTERN.map((text) => ["windows-1252", text] as [string, string]), ...OTHERS];

test.each(cases)("%s is read right: %j", (encoding, text) => {
  expect(decodeFile(inOneByte(text, encoding))).toEqual({ text, encoding });
});

const ONE_ROW: [languages: string, encoding: string, text: string][] = [
  ["tr-TR,tr;q=0.9", "windows-1254", "Kartımı kaybettim"],
  ["en-US,en;q=0.9,tr;q=0.8", "windows-1254", "Siparişim nerede?"],
  ["", "windows-1254", "Şifremi unuttum, yardım eder misiniz?"],
  ["pl", "windows-1250", "Proszę o zwrot pieniędzy za zamówienie 4711"],
  ["pl-PL", "windows-1250", "KARTA ZABLOKOWANA, PROSZĘ POMÓC"],
  ["", "iso-8859-2", "Zgubiłem kartę płatniczą"],
  ["el-GR", "windows-1253", "Δεν μπορώ να συνδεθώ"],
  ["", "windows-1253", "ΧΑΣΑΜΕ ΤΗΝ ΚΑΡΤΑ"],
  ["sv-SE", "windows-1252", "Låset öppnar inte"],
  ["pl", "windows-1252", "Où est ma carte ? Déjà perdue à Genève"],
  ["pl", "maccenteuro", "Proszę o zwrot, zgubiłem kartę płatniczą"],
  ["tr", "macturkish", "Şifremi unuttum, kartım çalındı, teşekkürler"],
  ["el", "macgreek", "Έχασα την κάρτα μου, δεν μπορώ να συνδεθώ"],
  ["is", "windows-1252", "Kortið mitt er týnt, það má loka því strax"],
];

test.each(ONE_ROW)("one row of a sender of %j in %s is read right: %j", (languages, encoding, row) => {
  const text = `text;category\r\n${row};card\r\n`;
  expect(decodeFile(inOneByte(text, encoding), languages)).toMatchObject({ text });
});

test.each([
  ...WESTERN,
  ...OTHERS.map(([, text]) => text),
  "text,category\nabc,card\n",
  "text,category\n電球が点かない,card\n",
])("UTF-8 and UTF-16 are read right, with their mark and without: %j", (text) => {
  const read = (bytes: Uint8Array) => decodeFile(bytes).text;
  expect(read(Buffer.from(text))).toBe(text);
  expect(read(Buffer.from(`\ufeff${text}`))).toBe(text);
  for (const isBig of [false, true]) {
    expect(read(utf16(text, isBig))).toBe(text);
    expect(read(utf16(`\ufeff${text}`, isBig))).toBe(text);
  }
});

test("what is in no encoding that is known is refused with its place, and nothing is replaced", () => {
  const shiftJis = Uint8Array.of(
    ...Buffer.from("text,category\nab"),
    ...Buffer.from("93648b8582aa935f82a982c882a2814282dc82be88c382a2", "hex"),
  );
  expect(decodeFile(shiftJis)).toEqual({ text: null, line: 2, column: 3 });
  expect(decodeFile(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61, 0xfc))).toEqual({ text: null, line: 1, column: 2 });
  expect(decodeFile(utf16("\ufefftext", false).subarray(0, 9))).toMatchObject({ text: null, line: 1 });
  expect(decodeFile(Uint8Array.of(0xff, 0xfe, 0, 0, 0x74, 0, 0, 0))).toMatchObject({ text: null });
});
