import { randomUUID } from "node:crypto";
import type { CustomerConversation, CustomerEvent, CustomerMessage } from "@/contract/views/customerViews";
import type { SeededRandom } from "@/demo/seeding/chance/seededRandom";
import { customerEvents } from "../desk/customerEvents";
import { isUnanswered, type ProcedureClient, procedureClient, refusalCode } from "../desk/procedureClient";
import type { PlayedRequest, Stage } from "./stage";
import { think } from "./think";

/** The server, the widget and the chance of a played customer. */
export interface CustomerSetting {
  readonly url: string;
  readonly key: string;
  readonly stage: Stage;
  readonly random: SeededRandom;
  readonly signal: AbortSignal;
}

interface Visitor extends CustomerSetting {
  readonly played: PlayedRequest;
  readonly client: ProcedureClient;
  readonly token: string;
  readonly heardIds: Set<string>;
  answersHeard: number;
  hasPicked: boolean;
}

const ATTEMPTS_MAX = 4;
const RETRY_AFTER_MS = 500;

/**
 * Plays one customer through the widget's own procedures: from the opening to the rating, or until they leave.
 * It notes failures in the ledger and never throws.
 */
export async function playCustomer(played: PlayedRequest, setting: CustomerSetting): Promise<void> {
  const { ledger } = setting.stage;
  ledger.note(played.customer, "sent");
  try {
    const visitor = await arrive(played, setting);
    ledger.note(played.customer, "acknowledged");
    if (played.plan.goesAway) await think(2_000 + setting.random.whole(3_000), setting.signal);
    await followToTheEnd(visitor);
  } catch (error) {
    if (!setting.signal.aborted) ledger.noteError(`customer: ${refusalCode(error)}`);
  }
}

async function arrive(played: PlayedRequest, setting: CustomerSetting): Promise<Visitor> {
  const { url, key, stage } = setting;
  const { token } = await procedureClient(url, {}).customer.begin.mutate({ key });
  const client = procedureClient(url, { authorization: `Visitor ${token}` });
  const visitor = { ...setting, played, client, token, heardIds: new Set<string>(), answersHeard: 0, hasPicked: false };
  const clientId = randomUUID();
  stage.requests.set(clientId, played);
  await say(visitor, played.plan.opening, clientId);
  return visitor;
}

/** Sends again what got no answer, with the same client id, so that the desk takes it once. */
async function say({ client, key, played }: Visitor, body: string, clientId: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.customer.post.mutate({ key, clientId, body });
      played.saidCount += 1;
      return;
    } catch (error) {
      if (attempt === ATTEMPTS_MAX || !isUnanswered(error)) throw error;
      await think(RETRY_AFTER_MS * attempt, AbortSignal.timeout(60_000));
    }
  }
}

async function followToTheEnd(visitor: Visitor): Promise<void> {
  const leaving = new AbortController();
  const signal = AbortSignal.any([visitor.signal, leaving.signal]);
  try {
    const page = await readPage(visitor);
    if (await hearAll(page.messages, visitor)) return;
    for await (const event of customerEvents({ ...visitor, from: page.asOf }, signal)) {
      if (await react(event, visitor)) return;
    }
  } finally {
    leaving.abort();
  }
}

async function readPage(visitor: Visitor): Promise<CustomerConversation> {
  const page = await visitor.client.customer.conversation.query({ key: visitor.key });
  if (page.asksCategory) await pickCategory(page, visitor);
  return page;
}

/** @returns whether the customer is done */
async function react(event: CustomerEvent, visitor: Visitor): Promise<boolean> {
  if (event.type === "message") return hear(event.message, visitor);
  const asksCategory = event.type === "status" && event.asksCategory && !visitor.hasPicked;
  if (event.type !== "resync" && !asksCategory) return false;
  const page = await readPage(visitor);
  return hearAll(page.messages, visitor);
}

async function hearAll(messages: readonly CustomerMessage[], visitor: Visitor): Promise<boolean> {
  for (const message of messages) if (await hear(message, visitor)) return true;
  return false;
}

async function hear(message: CustomerMessage, visitor: Visitor): Promise<boolean> {
  if (message.from === "you" || visitor.heardIds.has(message.id)) return false;
  visitor.heardIds.add(message.id);
  if (message.kind === "text") return hearAnswer(visitor);
  if (message.kind !== "rating_request" || message.rating === null) return false;
  await rate(message.rating.id, visitor);
  return true;
}

async function hearAnswer(visitor: Visitor): Promise<boolean> {
  const { played, stage, random, signal, client, key } = visitor;
  stage.ledger.note(played.customer, "answered");
  if (played.plan.leaves) {
    stage.ledger.note(played.customer, "left");
    return true;
  }
  visitor.answersHeard += 1;
  for (const text of customerTurnsAfter(played, visitor.answersHeard)) {
    await client.customer.typing.mutate({ key });
    await think(500 + random.whole(1_000), signal);
    await say(visitor, text, randomUUID());
  }
  return false;
}

/** Returns what the customer says between this turn of the rep, counted from 1, and the next one. */
function customerTurnsAfter({ plan }: PlayedRequest, repTurn: number): string[] {
  let repTurns = 0;
  return plan.turns.flatMap(({ by, text }) => {
    if (by === "rep") repTurns += 1;
    return by === "customer" && repTurns === repTurn ? [text] : [];
  });
}

async function rate(ratingId: string, { client, key, played, stage, random, signal }: Visitor): Promise<void> {
  await think(500 + random.whole(1_500), signal);
  await client.customer.rate.mutate({ key, ratingId, ...played.plan.rating });
  stage.ledger.note(played.customer, "rated");
}

async function pickCategory(page: CustomerConversation, visitor: Visitor): Promise<void> {
  const { played, random, signal, client, key } = visitor;
  if (visitor.hasPicked || !played.plan.picksCategory || page.offeredCategories.length === 0) return;
  visitor.hasPicked = true;
  await think(500 + random.whole(1_000), signal);
  await client.customer.pickCategory.mutate({ key, categoryId: random.pick(page.offeredCategories).id });
}
