import { loadDelivery } from "./loadDelivery";
import { loadMessages } from "./loadMessages";
import type { LoadOrder, LoadResults } from "./loadOrder";
import { loadPages } from "./loadPages";
import { loadRequests } from "./loadRequests";
import type { LoadAnswer } from "./runLoad";

process.once("message", async (order: LoadOrder) => {
  try {
    answer({ result: await carryOut(order) });
  } catch (error) {
    answer({ failure: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});

function carryOut(order: LoadOrder): Promise<LoadResults[LoadOrder["kind"]]> {
  switch (order.kind) {
    case "messages":
      return loadMessages(order);
    case "requests":
      return loadRequests(order);
    case "delivery":
      return loadDelivery(order);
    case "pages":
      return loadPages(order);
  }
}

function answer(words: LoadAnswer): void {
  process.send?.(words, () => process.exit(0));
}
