import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { Socket } from "node:net";
import type { AnsweredCode } from "@/contract/errorCodes";
import { answerUnparsed } from "../answers/answerUnparsed";
import { refuseRequest } from "../answers/refuseRequest";
import { readBounded } from "./readBounded";
import { readTarget, type Target } from "./readTarget";

const HEADERS_BYTES_MAX = 16 * 1_024;
const HEADERS_WITHIN_MS = 15_000;
const REQUEST_WITHIN_MS = 30_000;
/** How often the server looks for senders that are too slow. */
const LOOK_EVERY_MS = 5_000;
const KEPT_ALIVE_MS = 65_000;

/** Why a request is not served: the status and code of its answer. */
export type Refusal = { status: number; code: AnsweredCode; headers?: Record<string, string> };

/** How one server treats its requests. */
export type Rules = {
  /** Called first for each request. The target is null if it cannot be read. */
  begin?(response: ServerResponse, target: Target | null): void;
  /** Why the request is refused, judged by its headers before any of its body is read; null if it is not. */
  refusal(request: IncomingMessage, target: Target): Refusal | null;
  /** The most bytes that a body may have; "streamed" if `answer` itself reads and bounds it. */
  bodyBytesMax(target: Target): number | "streamed";
  answer(request: IncomingMessage, response: ServerResponse, target: Target): Promise<void>;
  /** How long `answer` may take before its first byte. Then `late` answers in its place; null if it may take longer. */
  answerWithinMs?(target: Target): number | null;
  late?(response: ServerResponse, target: Target): void;
  /** Answers if `answer` has thrown. */
  fail(error: unknown, response: ServerResponse, target: Target): void;
};

/** How long a request may take to arrive, and how often that is checked. Tests shorten both. */
type Patience = { requestWithinMs?: number; lookEveryMs?: number };

/**
 * Makes a server that answers every request, however malformed. It refuses unreadable targets, endless bodies, bodies
 * that never come, and tunnels with a code, and closes their connections before anything else reads them.
 */
export function guardedServer(rules: Rules, patience: Patience = {}): Server {
  const requestTimeout = patience.requestWithinMs ?? REQUEST_WITHIN_MS;
  const server = createServer({
    maxHeaderSize: HEADERS_BYTES_MAX,
    headersTimeout: Math.min(HEADERS_WITHIN_MS, requestTimeout),
    requestTimeout,
    connectionsCheckingInterval: patience.lookEveryMs ?? LOOK_EVERY_MS,
    keepAliveTimeout: KEPT_ALIVE_MS,
  });
  const latest = new WeakMap<object, ServerResponse>();
  const listen = (request: IncomingMessage, response: ServerResponse) => {
    latest.set(request.socket, response);
    void guard(request, response, rules);
  };
  server.on("request", listen);
  // A caller who sends "Expect: 100-continue" learns the bound before sending the body.
  server.on("checkContinue", listen);
  server.on("clientError", (error, socket) => {
    const response = latest.get(socket);
    const isAnswerUnderWay = response?.headersSent === true && !response.writableFinished;
    if (socket instanceof Socket) answerUnparsed(error, socket, isAnswerUnderWay);
    else socket.destroy();
  });
  server.on("connect", (_request, socket) => {
    socket.on("error", () => socket.destroy());
    socket.end("HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
  });
  return server;
}

async function guard(request: IncomingMessage, response: ServerResponse, rules: Rules): Promise<void> {
  const target = readTarget(request.url);
  rules.begin?.(response, target);
  if (target === null) return refuseRequest(request, response, 400, "invalid_target");
  if (hasTwoHosts(request)) return refuseRequest(request, response, 400, "invalid_host");
  try {
    const refusal = rules.refusal(request, target);
    if (refusal) return refuseRequest(request, response, refusal.status, refusal.code, refusal.headers);
    const bytesMax = rules.bodyBytesMax(target);
    const read = bytesMax === "streamed" ? request : await readBounded(request, response, bytesMax);
    if (read === "gone") return;
    if (read === "too_large") return refuseRequest(request, response, 413, "too_large");
    if (read === "encoded") return refuseRequest(request, response, 415, "unsupported_media_type");
    answerIfLate(response, target, rules);
    await rules.answer(read, response, target);
  } catch (error) {
    rules.fail(error, response, target);
  }
}

/** Nobody waits longer than the rules allow. What `answer` writes later reaches nobody, and is no fault of its own. */
function answerIfLate(response: ServerResponse, target: Target, { answerWithinMs, late }: Rules): void {
  const withinMs = answerWithinMs?.(target) ?? null;
  if (withinMs === null || !late) return;
  const timer = setTimeout(() => {
    if (response.headersSent || response.destroyed) return;
    late(response, target);
    const nothing = () => response;
    Object.assign(response, { setHeader: nothing, appendHeader: nothing, removeHeader: nothing, writeHead: nothing });
    Object.assign(response, { flushHeaders: nothing, write: () => true, end: nothing });
  }, withinMs);
  timer.unref();
  response.once("close", () => clearTimeout(timer));
}

/** Of two Host headers, some programs read the first and others the last. Node keeps the first without a word. */
function hasTwoHosts({ rawHeaders }: IncomingMessage): boolean {
  const names = rawHeaders.filter((_, index) => index % 2 === 0);
  return names.filter((name) => name.toLowerCase() === "host").length > 1;
}
