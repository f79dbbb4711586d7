import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { percentile } from "../report/percentile";
import type { Delivery, DeliveryOrder, DeliveryPair } from "./loadOrder";
import { type Caller, openCaller } from "./openCaller";
import { openStream } from "./openStream";

type Side = "rep" | "customer";

interface Flight {
  readonly sentAtMs: number;
  /** The side whose stream it must reach. */
  readonly to: Side;
  readonly isMeasured: boolean;
}

interface Measured {
  readonly toMs: Record<Side, number[]>;
  readonly answerMs: number[];
  readonly flying: Map<string, Flight>;
}

/** A mark in the text of each message, so that it is found in the stream's bytes without parsing them. */
const MARK = /mark-[0-9a-f-]{36}/g;
const MARK_LENGTH = 41;
const LAST_ARRIVALS_BUDGET_MS = 3_000;
const STREAMS_AT_ONCE = 20;

/** Measures the time from the start of a send to the arrival on the other side's stream. */
export async function loadDelivery(order: DeliveryOrder): Promise<Delivery> {
  const caller = openCaller(order.url);
  const measured: Measured = { toMs: { rep: [], customer: [] }, answerMs: [], flying: new Map() };
  const closers = await openAllStreams(order, measured);
  const sent = await sendAtPace(order, caller, measured);
  const deadlineMs = performance.now() + LAST_ARRIVALS_BUDGET_MS;
  while (measured.flying.size > 0 && performance.now() < deadlineMs) await pause(20);
  for (const close of closers) close();
  const all = [...measured.toMs.rep, ...measured.toMs.customer];
  return {
    sent,
    lost: measured.flying.size,
    p50Ms: percentile(all, 0.5),
    p99Ms: percentile(all, 0.99),
    toRepP99Ms: percentile(measured.toMs.rep, 0.99),
    toCustomerP99Ms: percentile(measured.toMs.customer, 0.99),
    answerP50Ms: percentile(measured.answerMs, 0.5),
    errors: caller.errors,
  };
}

async function openAllStreams(order: DeliveryOrder, measured: Measured): Promise<(() => void)[]> {
  const openings = order.pairs.flatMap((pair) => [
    () => openStream(liveUrl(order, pair), { cookie: pair.repCookie }, listener("rep", measured)),
    () =>
      openStream(customerUrl(order, pair), { authorization: `Visitor ${pair.token}` }, listener("customer", measured)),
  ]);
  const closers: (() => void)[] = [];
  for (let start = 0; start < openings.length; start += STREAMS_AT_ONCE) {
    closers.push(...(await Promise.all(openings.slice(start, start + STREAMS_AT_ONCE).map((open) => open()))));
  }
  return closers;
}

/** A mark may arrive in two pieces, so the end of each piece is searched again with the next. */
function listener(side: Side, measured: Measured): (text: string) => void {
  let tail = "";
  return (text) => {
    const heard = tail + text;
    tail = heard.slice(-MARK_LENGTH);
    hear(heard, side, measured);
  };
}

/** Counts only the first arrival on the other side. The author's own stream has the message, too. */
function hear(text: string, side: Side, { flying, toMs }: Measured): void {
  const nowMs = performance.now();
  for (const [mark] of text.matchAll(MARK)) {
    const flight = flying.get(mark);
    if (flight?.to !== side) continue;
    flying.delete(mark);
    if (flight.isMeasured) toMs[side].push(nowMs - flight.sentAtMs);
  }
}

/** Sends by the clock, without waiting for earlier answers, so that a slow server does not slow its own measurement. */
async function sendAtPace(order: DeliveryOrder, caller: Caller, measured: Measured): Promise<number> {
  const { perSecond, warmUpMs, measureMs, pairs } = order;
  const startedMs = performance.now();
  const count = Math.floor(((warmUpMs + measureMs) / 1000) * perSecond);
  const answers: Promise<void>[] = [];
  let sent = 0;
  for (let index = 0; index < count; index += 1) {
    const atMs = startedMs + (index * 1000) / perSecond;
    await pause(Math.max(0, atMs - performance.now()));
    const pair = pairs[Math.floor(index / 2) % pairs.length];
    if (!pair) throw new Error("nobody to write");
    const isMeasured = atMs - startedMs >= warmUpMs;
    sent += isMeasured ? 1 : 0;
    answers.push(send(index % 2 === 0 ? "rep" : "customer", pair, isMeasured, order, caller, measured));
  }
  await Promise.all(answers);
  return sent;
}

async function send(
  to: Side,
  pair: DeliveryPair,
  isMeasured: boolean,
  order: DeliveryOrder,
  caller: Caller,
  { flying, answerMs }: Measured,
): Promise<void> {
  const clientId = randomUUID();
  const mark = `mark-${clientId}`;
  const body = `Some words of a usual length, so that the frame is of a usual size, too. ${mark}`;
  const sentAtMs = performance.now();
  flying.set(mark, { sentAtMs, to, isMeasured });
  const answer =
    to === "rep"
      ? await caller.post("customer.post", JSON.stringify({ json: { key: order.key, clientId, body } }), {
          authorization: `Visitor ${pair.token}`,
        })
      : await caller.post(
          "interaction.post",
          JSON.stringify({ json: { interactionId: pair.interactionId, clientId, body, expectedAudience: "customer" } }),
          { cookie: pair.repCookie },
        );
  if (answer !== null && isMeasured) answerMs.push(performance.now() - sentAtMs);
}

function liveUrl({ url }: DeliveryOrder, { repFrom }: DeliveryPair): URL {
  return new URL(`/api/live?${new URLSearchParams({ from: repFrom })}`, url);
}

function customerUrl({ url, key }: DeliveryOrder, { customerFrom }: DeliveryPair): URL {
  return new URL(`/api/customer/live?${new URLSearchParams({ key, from: customerFrom })}`, url);
}
