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

test.each(cases)("%s is decoded correctly: %j", (encoding, text) => {
  expect(decodeFile(inOneByte(text, encoding))).toEqual({ text, encoding });
});

const ONE_ROW: [languages: string, encoding: string, text: string][] = [
  ["tr-TR,tr;q=0.9", "windows-1254", "Kartımı kaybettim"],
  ["en-US,en;q=0.9,tr;q=0.8", "windows-1254", "Siparişim nerede?"],
  ["tr", "windows-1254", "Şifremi unuttum, yardım eder misiniz?"],
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

test.each(ONE_ROW)("one row of a sender of %j in %s is decoded correctly: %j", (languages, encoding, row) => {
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

test("a file in no known encoding is refused with the place, and nothing is replaced", () => {
  const shiftJis = Uint8Array.of(
    ...Buffer.from("text,category\nab"),
    ...Buffer.from("93648b8582aa935f82a982c882a2814282dc82be88c382a2", "hex"),
  );
  expect(decodeFile(shiftJis)).toEqual({
    ...{ text: null, reason: "unread_encoding", line: 2, column: 3, value: "Shift JIS" },
  });
  expect(decodeFile(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61, 0xfc))).toEqual({
    ...{ text: null, reason: "unknown_encoding", line: 1, column: 2, value: "" },
  });
  expect(decodeFile(utf16("\ufefftext", false).subarray(0, 9))).toMatchObject({ text: null, line: 1 });
  expect(decodeFile(Uint8Array.of(0xff, 0xfe, 0, 0, 0x74, 0, 0, 0))).toMatchObject({ text: null });
});

const SENTENCES: [language: string, row: string][] = [
  ["de", "Die Türklingel läutet nicht;Türklingel"],
  ["de", "Türklingel;card"],
  ["fr", "Ma carte a été volée à Genève, où dois-je appeler ?;carte"],
  ["fr", "Où est ma carte?;carte"],
  ["es", "¿Dónde está mi devolución? Mañana será tarde;Pagos"],
  ["it", "Perché la carta è bloccata, è già successo in città;Carta"],
  ["pt", "Não consigo fazer a ligação;Apoio"],
  ["sv", "Låset öppnar inte;Lås"],
  ["da", "Låsen på døren åbner ikke;Lås"],
  ["en", "I can’t pay – it’s “closed”…;card"],
  ["en", "A naïve façade costs £5;card"],
  ["pl", "Proszę zablokować moją kartę;Karta"],
  ["pl", "łąka;Karta"],
  ["cs", "Žádost o novou kartu, účet se ztratil včera;Účet"],
  ["hu", "Hol van a visszatérítésem? Őszintén köszönöm;Fizetés"],
  ["hr", "Čekam već danima, žao mi je;Kartica"],
  ["ro", "Cardul meu a fost furat, vă rog să îl blocaţi şi;Card"],
  ["tr", "Kartımı kaybettim, şifre;Kart"],
  ["lt", "Kortelė užblokuota, nežinau, kur yra mokėjimas;Kortelė"],
  ["lv", "Karte ir bloķēta, lūdzu palīdziet;Karte"],
  ["ru", "Заблокируйте мою карту, пожалуйста;Карта"],
  ["ru", "Привет;Карта"],
  ["el", "Έχασα την κάρτα μου;Κάρτα"],
  ["he", "הכרטיס שלי אבד;כרטיס"],
  ["th", "บัตรของฉันหาย กรุณาช่วยด้วย;บัตร"],
  ["ja", "カードを紛失しました。どうすればよいですか;カード"],
  ["ja", "電球が点かない;照明"],
  ["zh", "我的卡丢了，请帮忙;卡"],
  ["zh-TW", "我的卡不見了，請幫忙;卡片"],
  ["ko", "카드를 잃어버렸습니다;카드"],
];
const ONE_BYTE = [
  ..."1250 1251 1252 1253 1254 1255 1257 874".split(" ").map((page) => `windows-${page}`),
  ..."iso-8859-2 iso-8859-5 iso-8859-7 iso-8859-9 iso-8859-15 koi8-u macintosh".split(" "),
  ..."cp437 cp850 cp852 cp866 cp737 cp857 cp862".split(" "),
];
const WRITTEN = SENTENCES.flatMap(([language, row]) =>
  [...ONE_BYTE, "shift_jis", "euc-jp", "gb18030", "big5", "euc-kr"].flatMap((encoding) => {
    const text = `text;category\r\n${row}\r\n`;
    const bytes = iconv.encode(text, encoding);
    // GB18030 can write every language, and the Baltic page those around it. Their speakers use other encodings.
    const isEastAsian = /gb18030|_jis|euc|big5/.test(encoding);
    const isOwn = isEastAsian ? /^(?:ja|zh|ko)/.test(language) : encoding !== "windows-1257" || /^l/.test(language);
    return isOwn && iconv.decode(bytes, encoding) === text ? [{ language, encoding, text, bytes }] : [];
  }),
);

test.each(["own", "", "en-US,en;q=0.9", "de-DE,de;q=0.9,en;q=0.8"])(
  "a row is read as it was written or refused with a reason, never read as other words: a sender of %j",
  (sender) => {
    const wrong = WRITTEN.flatMap(({ language, encoding, text, bytes }) => {
      const file = decodeFile(new Uint8Array(bytes), sender === "own" ? language : sender);
      return file.text === null || file.text === text ? [] : [{ encoding, text, as: file }];
    });
    expect(WRITTEN.length).toBeGreaterThan(100);
    expect(wrong).toEqual([]);
  },
);

test.each([
  ["windows-1252", "de"],
  ["windows-1250", "pl"],
  ["windows-1250", "hu"],
  ["windows-1251", "ru"],
  ["windows-1253", "el"],
  ["windows-1254", "tr"],
  ["windows-1257", "lt"],
  ["windows-1257", "lv"],
  ["iso-8859-2", "cs"],
  ["iso-8859-15", "fr"],
  ["macintosh", "de"],
])("every row in %s of a sender who speaks %s is read", (encoding, language) => {
  const own = WRITTEN.filter((each) => each.encoding === encoding && each.language === language);
  expect(own.length).toBeGreaterThan(0);
  for (const { text, bytes } of own) expect(decodeFile(new Uint8Array(bytes), language).text).toBe(text);
});

test.each([
  ["cp850", "Die Türklingel läutet nicht", "unread_encoding", "CP850"],
  ["cp852", "Proszę zablokować moją kartę", "unread_encoding", "CP852"],
  ["cp866", "Заблокируйте мою карту", "unread_encoding", "CP866"],
  ["gb18030", "我的卡丢了，怎么办", "unread_encoding", "GBK"],
  ["big5", "我的卡不見了，請幫忙", "unread_encoding", "Big5"],
  ["euc-kr", "카드를 잃어버렸습니다", "unread_encoding", "EUC-KR"],
  ["windows-1254", "Kartımı kaybettim", "unclear_encoding", "Kartýmý / "],
])("what is refused says why: %s, %j", (encoding, row, reason, value) => {
  const refused = decodeFile(new Uint8Array(iconv.encode(`text;category\n${row};card\n`, encoding)));
  expect(refused).toMatchObject({ text: null, reason, line: 2, value: expect.stringContaining(value) });
});

test("text that switches alphabets by escapes is not read as ASCII", () => {
  const iso2022 = "text,category\nab\x1b$B%+!<%I\x1b(B,card\n";
  const dollars = "text,category\n$AUD 50 charged\n$B\t$C,card\n";
  expect(decodeFile(Buffer.from(dollars)).text).toBe(dollars);
  expect(decodeFile(Buffer.from(iso2022))).toMatchObject({ text: null, reason: "unread_encoding", line: 2, column: 3 });
});
