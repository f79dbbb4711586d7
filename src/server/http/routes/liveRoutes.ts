import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import { WidgetKey } from "@/contract/inputs/customer";
import { PULSED_PARAMETER } from "@/contract/views/drawnFor";
import { codeText } from "@/domain/text/inputText";
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

export type Live = { hub: Hub; boards: BoardWatch; looks: LookWatch };

/** Members lose rights by others' hands, customers by their own, of which a ring tells at once. */
const MEMBERS_ASKED_EVERY_SWEEPS = 1;
const CUSTOMERS_ASKED_EVERY_SWEEPS = 7;
const streams = openStreams();

type Of = { process: ProcessDeps; live: Live; address: string; query: URLSearchParams };

const SequenceId = z.uuid();
/** Made by a tab for itself, to say which stream takes the place of which. */
const TabId = codeText(64, /^[\w.:-]{8,64}$/);

/**
 * Serves a member's stream: their lists, the board where they ask for it and may watch it, and the sequence that they
 * have open where no list of theirs tells of it.
 */
export async function serveMemberStream(request: IncomingMessage, response: ServerResponse, of: Of): Promise<void> {
  const { deps, viewers } = of.process;
  const viewer = await httpContext(of.process, request, response, of.address).viewer();
  if (viewer === null) return answerJson(response, 401, { code: "not_signed_in" });
  const release = enter(viewer.pov.partyId, response, of.query);
  if (release === null) return answerTooMany(response);
  const endings = [release];
  const authorise = async () => (await viewers.of(viewer.sessionId))?.pov ?? null;
  const isPulsed = of.query.get(PULSED_PARAMETER) === "1";
  endings.push(deps.presence[isPulsed ? "openPulsed" : "open"](viewer.sessionId));
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
    from: startOf(request, of.query),
    hub: of.live.hub,
    deps,
  }).catch(endedBy(() => endings.forEach((end) => void end())));
  if (response.destroyed) return;
  if (of.query.get("board") === "1") endings.push(of.live.boards.watch({ authorise, hear: send }));
  const open = SequenceId.safeParse(of.query.get("open"));
  if (open.success) endings.push(of.live.looks.watch({ sequenceId: open.data, authorise, hear: send }));
}

/** Serves a customer's stream: their own list and nothing else. */
export async function serveCustomerStream(request: IncomingMessage, response: ServerResponse, of: Of): Promise<void> {
  const { deps } = of.process;
  const context = httpContext(of.process, request, response, of.address);
  const named = of.query.get("key");
  if (named === null) return answerJson(response, 401, { code: "not_signed_in" });
  const parsed = WidgetKey.safeParse(named);
  if (!parsed.success) return answerJson(response, 400, { code: "invalid_input", fields: [{ path: "key" }] });
  const key = parsed.data;
  const visitor = await context.visitor(key);
  if (visitor === null) return answerJson(response, 401, { code: "not_signed_in" });
  const release = enter(visitor.contactId, response, of.query);
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
    from: startOf(request, of.query),
    hub: of.live.hub,
    deps,
  }).catch(endedBy(release));
  send = stream.send;
}

/** A stream that could not begin counts no more. */
function endedBy(release: () => void): (error: unknown) => never {
  return (error) => {
    release();
    throw error;
  };
}

function startOf(request: IncomingMessage, query: URLSearchParams): string | null {
  const resumed = request.headers["last-event-id"];
  return typeof resumed === "string" && resumed !== "" ? resumed : query.get("from");
}

/** Counts a stream in for its party; null where there are too many. */
function answerTooMany(response: ServerResponse): void {
  response.setHeader("retry-after", String(RETRY_AFTER_S));
  answerJson(response, 429, { code: "too_many_requests" });
}

function enter(partyId: string, response: ServerResponse, query: URLSearchParams): (() => void) | null {
  const tab = TabId.safeParse(query.get("tab"));
  return streams.enter(partyId, { tab: tab.data ?? null, end: () => void response.destroy() });
}

/** Tells a rep of their own availability and load when either has changed. */
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
