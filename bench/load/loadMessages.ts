import { randomUUID } from "node:crypto";
import { closedLoop } from "./closedLoop";
import type { MessagesOrder, Throughput } from "./loadOrder";
import { openCaller } from "./openCaller";

/** It has about the length of a typical reply. */
const BODY = "Thank you for your patience. I have checked your account, and the payment arrived this morning at nine.";

/** Measures replies through `interaction.post`. Each client is one rep, who writes into their own requests in turn. */
export function loadMessages(order: MessagesOrder): Promise<Throughput> {
  const caller = openCaller(order.url);
  const turns = order.writers.map(() => 0);
  const once = async (client: number) => {
    const writer = order.writers[client];
    const turn = turns[client] ?? 0;
    const interactionId = writer?.interactionIds[turn % writer.interactionIds.length];
    if (!writer || !interactionId) throw new Error("a client without a writer");
    turns[client] = turn + 1;
    const body = `{"json":{"interactionId":"${interactionId}","clientId":"${randomUUID()}","body":"${BODY}","expectedAudience":"customer"}}`;
    return (await caller.post("interaction.post", body, { cookie: writer.cookie })) !== null;
  };
  return closedLoop({ ...order, clients: order.writers.length }, once, caller.errors);
}
