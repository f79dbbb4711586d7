import { expect, test } from "vitest";
import type { MessageView } from "@/contract/views/conversationViews";
import { excerptPreview, shareableMessages, toggledSelection } from "./sharedExcerpt";

const message = (id: string, change: Partial<MessageView> = {}): MessageView => ({
  id,
  interactionId: "thread",
  ordinal: 1,
  clientId: id,
  author: { id: "ana", kind: "contact", name: "Ana Ruiz" },
  aliasName: "Ana Ruiz",
  isMine: false,
  kind: "text",
  body: `text of ${id}`,
  excerpt: null,
  feedback: null,
  sentAt: new Date(0),
  editedAt: null,
  ...change,
});

test("nothing is shared unless it is chosen, and the customer's name only on purpose", () => {
  const messages = [message("a"), message("b")];
  const hidden = { sharesCustomerName: false, customerName: "Ana Ruiz" };
  expect(excerptPreview(messages, new Set(), hidden)).toBeNull();
  expect(excerptPreview(messages, new Set(["b"]), hidden)).toEqual({
    customerName: null,
    lines: [{ authorName: null, isCustomer: true, body: "text of b", sentAt: new Date(0) }],
  });
  expect(excerptPreview(messages, new Set(["b"]), { ...hidden, sharesCustomerName: true })).toMatchObject({
    customerName: "Ana Ruiz",
    lines: [{ authorName: "Ana Ruiz" }],
  });
});

test("feedback of the desk and earlier excerpts cannot be shared", () => {
  const messages = [message("a"), message("b", { kind: "feedback" }), message("c", { kind: "excerpt" })];
  expect(shareableMessages(messages).map((each) => each.id)).toEqual(["a"]);
});

test("a range takes everything between its ends, in either direction", () => {
  const ids = ["a", "b", "c", "d"];
  expect([...toggledSelection(ids, new Set(["d"]), { id: "b", rangeFromId: "d" })].sort()).toEqual(["b", "c", "d"]);
  expect([...toggledSelection(ids, new Set(["a", "b"]), { id: "b", rangeFromId: null })]).toEqual(["a"]);
});
