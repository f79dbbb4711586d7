import type { IncomingMessage, ServerResponse } from "node:http";
import { CustomerStreamAsked, MemberStreamAsked } from "@/contract/inputs/live";
import type { Deps } from "../../deps";
import type { ListEntry } from "../../live/entries";
import type { Hub } from "../../live/hub";
import { type Listener, serveLiveStream } from "../../live/liveStream";
import { tellCustomer } from "../../live/telling/tellCustomer";
import { tellMember } from "../../live/telling/tellMember";
import type { BoardWatch } from "../../live/watching/boardWatch";
import type { LookWatch } from "../../live/watching/lookWatch";
import type { ProcessDeps } from "../../processDeps";
import { httpContext } from "../../trpc/context";
import { answerJson } from "../answers/answerJson";
import { RETRY_AFTER_S } from "../answers/answerUnavailable";
import { openStreams } from "./openStreams";

/** What the live streams of this process are fed by. */
export type Live = { hub: Hub; boards: BoardWatch; looks: LookWatch };

/**
 * The right of an idle stream is checked once in this many sweeps. A member can lose it by what somebody else does. A
 * customer loses it by their own act, and then a ring tells at once.
 */
const MEMBERS_ASKED_EVERY_SWEEPS = 1;
const CUSTOMERS_ASKED_EVERY_SWEEPS = 7;
const streams = openStreams();

type Of = { process: ProcessDeps; live: Live; address: string; query: URLSearchParams };

/**
 * Serves a member's stream: their lists, the board if they ask for it and may watch it, and the sequence that they have
 * open if none of their lists tells of it.
 */
export async function serveMemberStream(request: IncomingMessage, response: ServerResponse, of: Of): Promise<void> {
  const { deps, viewers } = of.process;
  const viewer = await httpContext(of.process, request, response, of.address).viewer();
  if (viewer === null) return answerJson(response, 401, { code: "not_signed_in" });
  const asked = MemberStreamAsked.parse(parametersOf(of.query));
  const release = enter(viewer.pov.partyId, response, asked.tab);
  if (release === null) return answerTooMany(response);
  const endings = [release];
  const authorise = async () => (await viewers.of(viewer.sessionId))?.pov ?? null;
  endings.push(deps.presence[asked.pulsed ? "openPulsed" : "open"](viewer.sessionId));
  const load = loadTeller(viewer.pov.partyId, deps);
  const listener: Listener = {
    rightAskedEverySweeps: MEMBERS_ASKED_EVERY_SWEEPS,
    authorise,
    tell: (pov, entries) => tellMember(pov, entries, deps),
    typing: ({ interactionId, authorName, untilMs }) => ({ type: "typing", interactionId, name: authorName, untilMs }),
    alsoTell: load,
    onEnd: () => endings.forEach((end) => void end()),
  };
  const { send } = await serveLiveStream(request, response, {
    listener,
    pov: viewer.pov,
    from: startOf(request, asked.from),
    hub: of.live.hub,
    deps,
  }).catch(endedBy(() => endings.forEach((end) => void end())));
  if (response.destroyed) return;
  if (asked.board) endings.push(of.live.boards.watch({ authorise, hear: send }));
  if (asked.open) endings.push(of.live.looks.watch({ sequenceId: asked.open, authorise, hear: send }));
}

/** Serves a customer's stream: their own list and nothing else. */
export async function serveCustomerStream(request: IncomingMessage, response: ServerResponse, of: Of): Promise<void> {
  const { deps } = of.process;
  const context = httpContext(of.process, request, response, of.address);
  const asked = CustomerStreamAsked.safeParse(parametersOf(of.query));
  if (!asked.success) return answerJson(response, 400, { code: "invalid_input", fields: [{ path: "key" }] });
  const { key, tab, from } = asked.data;
  if (key === undefined) return answerJson(response, 401, { code: "not_signed_in" });
  const visitor = await context.visitor(key);
  if (visitor === null) return answerJson(response, 401, { code: "not_signed_in" });
  const release = enter(visitor.contactId, response, tab);
  let send: (event: { type: string }) => void = () => undefined;
  if (release === null) return answerTooMany(response);
  const listener: Listener = {
    rightAskedEverySweeps: CUSTOMERS_ASKED_EVERY_SWEEPS,
    async authorise() {
      const now = await context.visitor(key);
      if (now === null) send({ type: "over" });
      return now?.pov ?? null;
    },
    tell: (_pov, entries) => tellCustomer(visitor, entries, deps),
    typing: ({ aliasName, aliasPicture, untilMs }) =>
      ({ type: "typing", alias: { name: aliasName, picture: aliasPicture }, untilMs }) as { type: string },
    onEnd: release,
  };
  const stream = await serveLiveStream(request, response, {
    listener,
    pov: visitor.pov,
    from: startOf(request, from),
    hub: of.live.hub,
    deps,
  }).catch(endedBy(release));
  send = stream.send;
}

/** Counts a stream out that could not begin. */
function endedBy(release: () => void): (error: unknown) => never {
  return (error) => {
    release();
    throw error;
  };
}

/** The parameters of an address. If one is given twice, the first counts. */
function parametersOf(query: URLSearchParams): Record<string, string> {
  return Object.fromEntries([...query].reverse());
}

/** The position after which a stream begins; a browser that reconnects by itself says a later one in its header. */
function startOf(request: IncomingMessage, from: string | undefined): string | null {
  const resumed = request.headers["last-event-id"];
  return typeof resumed === "string" && resumed !== "" ? resumed : (from ?? null);
}

function answerTooMany(response: ServerResponse): void {
  response.setHeader("retry-after", String(RETRY_AFTER_S));
  answerJson(response, 429, { code: "too_many_requests" });
}

/** Counts a stream in for its party; null if there are too many. */
function enter(partyId: string, response: ServerResponse, tab: string | undefined): (() => void) | null {
  return streams.enter(partyId, { tab: tab ?? null, end: () => void response.destroy() });
}

/** Makes what tells a rep of their own availability and load, whenever either has changed. */
function loadTeller(repId: string, { repLoads }: Deps): (entries: readonly ListEntry[]) => Promise<{ type: string }[]> {
  let last: string | null = null;
  return async (entries) => {
    if (entries.length > 0 && !entries.some(({ kind }) => kind === "sequence" || kind === "hidden")) return [];
    const load = await repLoads(repId);
    const now = JSON.stringify(load);
    if (!load || now === last) return [];
    last = now;
    return [{ type: "load", ...load }];
  };
}
