import { expect, test } from "vitest";
import { foldedWords } from "./foldedWords";

test.each([
  ["Where's my REFUND?", ["where", "s", "my", "refund"]],
  ["Überweisung, Straße, Ærø", ["uberweisung", "strasse", "aero"]],
  ["İADE ve ışık", ["iade", "ve", "isik"]],
  ["Ħal, łódź, façade, ﬁne", ["hal", "lodz", "facade", "fine"]],
  ["إعادة المَبلغ", ["اعادة", "المبلغ"]],
  ["धन वापसी", ["धन", "वापसी"]],
  ["Мой заказ", ["мои", "заказ"]],
  ["退款 please", ["退", "款", "please"]],
  ["환불을", ["환", "불", "을"]],
  ["", []],
  ["!? …", []],
])("the words of %j are %j", (text, words) => {
  expect(foldedWords(text)).toEqual(words);
});

test("a text in decomposed form has the same words as in composed form", () => {
  const text = "Überweisung zurück, déjà vu, Ελλάδα, が";
  expect(foldedWords(text.normalize("NFD"))).toEqual(foldedWords(text.normalize("NFC")));
});
