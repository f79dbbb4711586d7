import { randomUUID } from "node:crypto";
import { closedLoop } from "./closedLoop";
import type { RequestsOrder, Throughput } from "./loadOrder";
import { openCaller } from "./openCaller";

/**
 * Measures new requests. `customer.begin` and `customer.post` with the first message of a new customer count as one.
 */
export function loadRequests(order: RequestsOrder): Promise<Throughput> {
  const caller = openCaller(order.url);
  const beginning = JSON.stringify({ json: { key: order.key } });
  let count = 0;
  const once = async () => {
    const opening = order.openings[count % order.openings.length] ?? "";
    count += 1;
    const begun = await caller.post("customer.begin", beginning, {});
    const token = begun === null ? undefined : tokenIn(begun);
    if (token === undefined) return false;
    const body = JSON.stringify({ json: { key: order.key, clientId: randomUUID(), body: opening } });
    return (await caller.post("customer.post", body, { authorization: `Visitor ${token}` })) !== null;
  };
  return closedLoop(order, once, caller.errors);
}

/** The credential in the answer of `customer.begin`. */
export function tokenIn(answer: string): string | undefined {
  return /"token":"([\w-]+)"/.exec(answer)?.[1];
}
