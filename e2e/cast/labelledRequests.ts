/** Parts of texts about four categories of the bank. Each combination of two parts is another text. */
const MATTERS: Readonly<Record<string, { what: readonly string[]; when: readonly string[] }>> = {
  "Lost or stolen card": {
    what: ["My card was stolen", "I lost my card", "Somebody took my purse and the card", "My card fell into the sea"],
    when: ["on holiday", "at the market", "last night", "and I need help", "on the train"],
  },
  "Loans and overdrafts": {
    what: ["I want to repay my loan", "What does a loan cost", "The instalment is too high", "I need an overdraft"],
    when: ["on holiday", "next month", "before its end", "and I need help", "for a car"],
  },
  "Log-in and app": {
    what: ["I cannot sign in", "The app wants a code", "My password is refused", "Your app shows nothing"],
    when: ["on holiday", "at the market", "since last night", "and I need help", "on the train"],
  },
  "Transfers and standing orders": {
    what: ["My transfer has not arrived", "Change my standing order", "I sent money to the wrong name"],
    when: ["on holiday", "next month", "since last night", "and I need help", "for a car"],
  },
};

/** Texts that say nothing about their category. Without them the classifier would be certain of every answer. */
const VAGUE = ["Please help me", "I have a question", "Something is wrong here", "Can you look at it"];
const ENDINGS = ["today", "with this", "as soon as you can", "please answer"];

/** Labelled requests as CSV with a header, the same each time. */
export function labelledRequests(): string {
  const clear = Object.entries(MATTERS).flatMap(([category, { what, when }]) =>
    when.flatMap((end) => what.map((beginning) => [`${beginning} ${end}`, category])),
  );
  const vague = Object.keys(MATTERS).flatMap((category, index) =>
    VAGUE.map((beginning, row) => [`${beginning} ${ENDINGS[(row + index) % ENDINGS.length]}`, category]),
  );
  return ["text,category", ...[...clear, ...vague].map((cells) => cells.map((cell) => `"${cell}"`).join(","))].join(
    "\n",
  );
}

/** Texts unlike all labelled requests, so that the classifier is not sure of them. */
export const UNHEARD_OF = {
  first: "My parrot ate another paper form",
  second: "Zebras whistle through violins",
} as const;
