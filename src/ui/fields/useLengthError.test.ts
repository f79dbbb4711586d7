import { NextIntlClientProvider } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import ui from "../../../messages/en/ui.json";
import { TextArea } from "./TextArea";
import { TextField } from "./TextField";

const FAMILY = "👨‍👩‍👧‍👦";

const AROUND = { locale: "en" as const, timeZone: "UTC", messages: { ui }, children: null };

type Words = { label: string; lengthMax: number; value: string; readOnly: true };
const FIELDS = [
  ["line", (words: Words) => createElement(TextField, words)],
  ["area", (words: Words) => createElement(TextArea, words)],
] as const;

test.each(FIELDS)("a %s cuts nothing, and says by how much its text is too long", (_, field) => {
  const drawn = (value: string) =>
    renderToStaticMarkup(
      createElement(NextIntlClientProvider, AROUND, field({ label: "Words", lengthMax: 40, value, readOnly: true })),
    );
  expect(drawn(FAMILY.repeat(40))).not.toMatch(/maxlength=|aria-invalid=/i);
  const tooLong = drawn(FAMILY.repeat(42));
  expect(tooLong).toContain("2 characters too many");
  expect(tooLong).toContain('aria-invalid="true"');
  expect(tooLong).toContain(FAMILY.repeat(42));
});
