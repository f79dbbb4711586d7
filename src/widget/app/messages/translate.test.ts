import { expect, test } from "vitest";
import { languageFor } from "./translate";

test("facts and plurals are filled in", () => {
  const { t } = languageFor("en-GB");
  expect(t("arrivedMany", { count: 1 })).toBe("1 new message");
  expect(t("arrivedMany", { count: 1200 })).toBe("1,200 new messages");
  expect(t("typing", { name: "Ana {count} $&" })).toBe("Ana {count} $& is typing…");
});

test("a language without a catalogue and a malformed locale get English throughout", () => {
  expect(languageFor("de-AT").locale).toBe("en");
  expect(languageFor("en-GB").locale).toBe("en-GB");
  expect(languageFor("en_nonsense!").locale).toBe("en");
  expect(languageFor("").t("send")).toBe("Send message");
});
