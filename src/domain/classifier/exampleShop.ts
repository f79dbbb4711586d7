import type { Example } from "./text/example";

/** For tests: four subjects of a shop, each with the phrases that customers use. */
const MATTERS: Readonly<Record<string, { readonly asks: readonly string[]; readonly things: readonly string[] }>> = {
  refunds: {
    asks: ["Please give me my money back for the", "When do I get the refund of the", "I want to be repaid for the"],
    things: ["lamp", "broken chair", "returned shoes", "second order", "jacket"],
  },
  delivery: {
    asks: ["Where is the parcel with the", "The courier has not brought the", "How long does shipping take for the"],
    things: ["lamp", "two books", "garden table", "express order", "carpet"],
  },
  account: {
    asks: ["I forgot the password of the", "How do I sign in to the", "Please change the e-mail address of the"],
    things: ["shop account", "business login", "app", "family profile", "newsletter page"],
  },
  invoice: {
    asks: ["I need an invoice for the", "The VAT number is missing on the bill of the", "Please send a receipt of the"],
    things: ["lamp", "May order", "company purchase", "office chairs", "voucher"],
  },
};

/** For tests: examples of all four subjects, each by another customer; no two texts are equal. */
export function shopExamples(): Example[] {
  return Object.entries(MATTERS).flatMap(([category, { asks, things }]) =>
    asks.flatMap((ask) =>
      things.map((thing) => ({ text: `${ask} ${thing}`, category, customerId: `${category} ${ask} ${thing}` })),
    ),
  );
}
