import fc from "fast-check";
import { expect, test } from "vitest";
import { linkedParts } from "./linkedParts";

/** Each text has its links in brackets ⟦…⟧. A text without brackets has no links. */
const WEB = [
  "See ⟦https://a.example/x?y=1⟧. Thanks",
  "⟦https://en.wikipedia.org/wiki/Bulb_(disambiguation)⟧",
  "(see ⟦https://en.wikipedia.org/wiki/Bulb_(disambiguation)⟧)",
  "⟦https://a.example/a_(b_(c))_d⟧",
  "(⟦https://a.example/x⟧)",
  "[⟦https://a.example/x⟧]",
  "[here](⟦https://a.example/x⟧)",
  "<⟦https://a.example/x⟧>",
  "**⟦https://a.example/x⟧**",
  "⟦Https://a.example/X⟧ and ⟦HTTP://A.EXAMPLE⟧",
  "⟦https://a.example/a⟧... ⟦https://a.example/b⟧?! ⟦https://a.example/c⟧, ⟦https://a.example/d⟧; ⟦https://a.example/e⟧:",
  "\"⟦https://a.example/a⟧\" '⟦https://a.example/a⟧' “⟦https://a.example/a⟧” «⟦https://a.example/a⟧» „⟦https://a.example/a⟧“",
  "⟦https://a.example/it's⟧",
  "⟦https://a.example:8443/a#b⟧ ⟦https://a.example/#/a/b?c=d&e=f⟧",
  "⟦http://127.0.0.1:3000/x⟧ ⟦http://localhost:3000/x⟧ ⟦http://[2001:db8::1]:8080/a⟧",
  "⟦https://a.example/?q=%E2%9C%93⟧",
  "⟦https://a.example/😀⟧",
  "line\n⟦https://a.example/a⟧\nline",
  "xhttps://a.example",
  "https://",
];

const SCRIPTS = [
  "请看 ⟦https://a.example/a⟧。谢谢",
  "请看⟦https://a.example/a⟧，谢谢",
  "⟦https://a.example⟧。谢谢",
  "⟦https://a.example⟧谢谢",
  "「⟦https://a.example/a⟧」です",
  "『⟦https://a.example/a⟧』",
  "（⟦https://a.example/a⟧）",
  "《⟦https://a.example/a⟧》【⟦https://a.example/b⟧】",
  "⟦https://a.example/a⟧、⟦https://a.example/b⟧；⟦https://a.example/c⟧：x ⟦https://a.example/d⟧？ ⟦https://a.example/e⟧！ ⟦https://a.example/f⟧…",
  "⟦https://a.example/路径/a⟧",
  "انظر ⟦https://a.example/a⟧؟ ⟦https://a.example/b⟧، شكرا",
  "⟦https://a.example/a⟧।",
  "ดู⟦https://a.example/a⟧ ครับ",
  "⟦https://bücher.example/a⟧ ⟦https://xn--bcher-kva.example/⟧ ⟦https://例え.jp/パス⟧ ⟦https://пример.рф/а⟧ ⟦https://ελλάδα.example⟧",
];

const GLUED = [
  "请看⟦www.shop.com⟧，谢谢 请看⟦firma.de⟧。 ⟦shop.com⟧谢谢 ⟦www.shop.com⟧です",
  "邮箱⟦a@shop.com⟧。 邮箱：⟦a@shop.com⟧， メール⟦a@shop.com⟧まで ⟦a@shop.com⟧;⟦b@shop.com⟧,⟦c@shop.com⟧",
  "⟦https://a.example/x⟧をご覧ください ⟦https://a.example/x⟧에서 ⟦https://ja.wikipedia.org/wiki/きのこ⟧",
  "انظر⟦https://a.example/x⟧ →⟦https://a.example/x⟧ =⟦https://a.example/x⟧ 👉⟦https://a.example/x⟧👈 ⟦https://a.example/x⟧❤️!",
  "`⟦https://a.example/x⟧` ~~⟦https://a.example/x⟧~~ _⟦https://a.example/x⟧_ |⟦https://a.example/x⟧| ⟦https://a.example/x⟧～",
  "⟦https://a.example/_x_⟧ ⟦https://a.example/~me/⟧ ⟦https://ığdır.com.tr/x⟧",
];
const BARE = [
  "⟦example.com⟧ or ⟦www.example.de/a⟧, ⟦firma.de⟧ and ⟦shop.firma.at⟧",
  "⟦firma.at/kontakt⟧",
  "Mail ⟦a.b@shop.co.uk⟧. Or ⟦mailto:a@example.com⟧",
  "README.md node.js file.txt invoice.pdf setup.py",
  "1.2.3.4 5.50 e.g.this z.B. u.s.w. Done.It works. Fertig.De nada",
];

const DECEIVING = [
  "javascript:alert(1) JavaScript:alert(1) data:text/html,x vbscript:x file:///etc/passwd ftp://x.example/a //a.example/x",
  "https://bank.example@evil.example/",
  "https://user:pw@bank.example/",
  "https://аррӏе.com https://раураl.com https://gооgle.com https://аррӏе.com:443/x",
  "https://ɡoogle.com",
  "⟦https://a.example/a⟧\u202Efdp.exe",
  "⟦https://a.example/a⟧\u200Bb",
  "⟦https://a.example⟧\u2060.evil.example",
  "https://bank.example\u2215evil.example",
  "a@gооgle.com",
  "https://twıtter.com",
];

test.each([...WEB, ...SCRIPTS, ...GLUED, ...BARE, ...DECEIVING])("%s", (marked) => {
  const body = marked.replace(/[⟦⟧]/g, "");
  const shown = linkedParts(body).map(({ kind, text }) => (kind === "link" ? `⟦${text}⟧` : text));
  expect(shown.join("")).toBe(marked);
});

test("a link leads where it says, a bare domain uses https, and a bare address uses mailto", () => {
  const urls = linkedParts("Https://A.example/X firma.de a@firma.de mailto:b@firma.de?bcc=c").flatMap(
    ({ url }) => url || [],
  );
  expect(urls).toEqual(["Https://A.example/X", "https://firma.de", "mailto:a@firma.de", "mailto:b@firma.de"]);
});

const PIECES = [
  ...["https://", "http://a.b", "www.x.com", "a@b.com", "javascript:", "[", "]", "(", ")", "<", ">", " ", ".", "\n"],
  ...["word", "é", "谢谢", "。", "」", "\u202E", "\uD800", "😀", "@", "//", ":", "/", "'", '"', "mailto:"],
];

test("the parts joined are the message, and links have one of three schemes", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }), (words) => {
      const body = words.join("");
      const parts = linkedParts(body);
      expect(parts.map((part) => part.text).join("")).toBe(body);
      for (const { kind, url, text, start } of parts) {
        expect(body.slice(start, start + text.length)).toBe(text);
        if (kind === "link") expect(new URL(url).protocol).toMatch(/^(?:https?|mailto):$/);
      }
    }),
    { numRuns: 2_000 },
  );
});
