import fc from "fast-check";
import { expect, test } from "vitest";
import { subjectOf } from "../request/subjectOf";
import {
  cutToLength,
  graphemeCount,
  isMalformed,
  isWithin,
  signsOver,
  unitsMaxOf,
  withoutPartedSign,
} from "./graphemes";
import { codeText, lineText, optionalText, secretText, shownText, writtenText } from "./inputText";
import { isVisible } from "./isVisible";

const FAMILY = "👨‍👩‍👧‍👦";
const PIECES = [
  "😀",
  FAMILY,
  "🇩🇪",
  "🇩",
  "e\u0301",
  "\u0301",
  "\u200d",
  "\u200f",
  "\u202e",
  "שלום",
  "مرحبا",
  "ก็",
  "한",
  "\u1100\u1161",
];
const nasty = fc
  .array(
    fc.oneof(
      fc.constantFrom(...PIECES, " ", "\n", "\r\n", "a", "word ", "\u200b", "\u2800", "\uD83D", "\uDE00", "\0"),
      fc.string({ unit: "binary" }),
    ),
    {
      maxLength: 60,
    },
  )
  .map((pieces) => pieces.join(""));

const body = writtenText(4_000);
const issueOf = (schema: typeof body, text: string) => schema.safeParse(text).error?.issues[0]?.message ?? null;

test("every builder refuses NUL and lone surrogates", () => {
  for (const schema of [body, lineText(40), optionalText(40), shownText(40), secretText(1, 40), codeText(40, /./)]) {
    for (const text of ["a\0b", "a\uD83D", "\uDE00a"]) expect(schema.safeParse(text).success).toBe(false);
  }
  expect(issueOf(body, "a\0")).toBe("text_malformed");
});

test.each([
  ..."\u200b \u2800 \u3164 \u00ad \u202e \u2066 \ufe0f \u{e0067} \u0301 \u115f \uffa0 \u034f \u180e \ufeff \u00a0 \u3000 \u{1d159}".split(
    " ",
  ),
  "",
  "\u200b\u2060\n\t \u200d",
])("%j alone is not visible", (text) => {
  expect(isVisible(text)).toBe(false);
  expect(body.safeParse(text).success).toBe(false);
  expect(lineText(40).safeParse(text).success).toBe(false);
  expect(optionalText(40).safeParse(text).success).toBe(true);
});

test.each(["a", ".", "😀", FAMILY, "🇩🇪", "1️⃣", "‏ש", "\u200bx", "ก็", "谢", "\u{1FAE9}", "\ue000"])(
  "%j can be seen",
  (text) => {
    expect(isVisible(text)).toBe(true);
  },
);

test("a length is what a person counts, within a bound of units", () => {
  expect(lineText(40).safeParse(FAMILY.repeat(40)).success).toBe(true);
  expect(lineText(40).safeParse(FAMILY.repeat(41)).error?.issues[0]?.message).toBe("text_too_long");
  expect(body.safeParse("😀".repeat(4_000)).success).toBe(true);
  expect(body.safeParse("😀".repeat(4_001)).success).toBe(false);
  expect(body.safeParse(`a${"\u0301".repeat(20_000)}`).success).toBe(false);
});

test("a field says by how many signs a text is too long, exactly when the text would be refused", () => {
  expect(signsOver(FAMILY.repeat(43), 40)).toBe(3);
  expect(signsOver(` ${FAMILY.repeat(40)} \n`, 40)).toBe(0);
  expect(signsOver(`a${"\u0301".repeat(700)}`, 40)).toBe(1);
  fc.assert(
    fc.property(nasty, fc.integer({ min: 1, max: 60 }), (text, lengthMax) => {
      fc.pre(!isMalformed(text) && !/[\p{Cc}]/u.test(text));
      expect(signsOver(text, lengthMax) === 0).toBe(optionalText(lengthMax).safeParse(text.trim()).success);
    }),
  );
});

test("a text that a database cut has no partial sign", () => {
  const cut = (text: string, codePoints: number) =>
    withoutPartedSign([...text].slice(0, codePoints).join(""), codePoints);
  expect(cut(FAMILY.repeat(3), 10)).toBe(FAMILY);
  expect(cut(`ab🇩🇪🇫🇷`, 5)).toBe("ab🇩🇪");
  expect(cut("abc", 5)).toBe("abc");
  expect(cut("e\u0301".repeat(9), 7)).toBe("e\u0301".repeat(3));
});

test("line ends become line feeds, and invisible control characters are dropped", () => {
  expect(body.parse(" a\r\nb\rc\u0007\u001b[31m\td ")).toBe("a\nb\nc[31m\td");
  expect(lineText(40).parse("a\r\nb\u2028c\td")).toBe("a b c d");
  expect(secretText(1, 40).parse(" a\tb ")).toBe(" a\tb ");
});

// A second try must be the same message.
test("an accepted text is accepted again unchanged", () => {
  fc.assert(
    fc.property(nasty, (text) => {
      for (const schema of [body, lineText(200), optionalText(200)]) {
        const taken = schema.safeParse(text);
        if (taken.success) expect(schema.parse(taken.data)).toBe(taken.data);
      }
    }),
  );
});

test("a cut keeps whole signs from the beginning, within every bound", () => {
  fc.assert(
    fc.property(nasty, fc.integer({ min: 1, max: 30 }), (text, lengthMax) => {
      const cut = cutToLength(text, lengthMax);
      expect(isMalformed(cut)).toBe(false);
      expect(isWithin(cut, lengthMax)).toBe(true);
      expect(cut.length).toBeLessThanOrEqual(unitsMaxOf(lengthMax));
      if (!isMalformed(text)) {
        expect(text.startsWith(cut)).toBe(true);
        const whole = [...new Intl.Segmenter().segment(text)]
          .slice(0, graphemeCount(cut))
          .map(({ segment }) => segment);
        expect(whole.join("")).toBe(cut);
      }
    }),
  );
});

// An accepted message must never be refused because of its subject.
test("the subject of any message is well-formed, short and visible", () => {
  fc.assert(
    fc.property(nasty, (text) => {
      const message = body.safeParse(text);
      const subject = subjectOf(message.data ?? text);
      expect(isMalformed(subject) || subject.includes("\0")).toBe(
        message.success ? false : isMalformed(subject) || subject.includes("\0"),
      );
      expect(graphemeCount(subject)).toBeLessThanOrEqual(80);
      if (message.success) expect(lineText(200).safeParse(subject).success).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test("a subject of 45 smileys is kept, and 100 are cut between two of them", () => {
  expect(subjectOf("😀".repeat(45))).toBe("😀".repeat(45));
  expect(subjectOf("😀".repeat(100))).toBe(`${"😀".repeat(79)}…`);
  expect(subjectOf(`${FAMILY.repeat(100)}`)).toBe(`${FAMILY.repeat(79)}…`);
  expect(subjectOf("\u200b\n  My  lamp \n is broken")).toBe("My lamp");
  expect(subjectOf(`${"word ".repeat(30)}`)).toBe(`${"word ".repeat(15).trim()}…`);
});
