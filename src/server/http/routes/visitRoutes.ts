import type { IncomingMessage, ServerResponse } from "node:http";
import { endVisit } from "../../auth/endVisit";
import { customerStanding } from "../../customer/queries/customerConversation";
import { allowedOrigins } from "../../customer/queries/widgetDocument";
import type { ProcessDeps } from "../../processDeps";
import { httpContext } from "../../trpc/context";
import { answerJson } from "../answers/answerJson";
import { isSameOrigin } from "../guards/isSameOrigin";

const VISIT = /^\/w\/([A-Za-z0-9_-]{3,100})\/(unread|forget)$/;
const METHODS: Record<string, string> = { unread: "GET", forget: "POST" };

/**
 * Serves what a page with the widget asks without opening the frame: how many messages its visitor has not read (just
 * the number), and to forget the visitor. False if the path is neither.
 */
export async function serveVisit(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  of: { process: ProcessDeps; address: string },
): Promise<boolean> {
  const [, key = "", what = ""] = VISIT.exec(path) ?? [];
  if (request.method !== METHODS[what]) return false;
  response.setHeader("cache-control", "private, no-store");
  response.setHeader("vary", "origin");
  if (!(await isWelcome(request, response, key, of.process))) {
    answerJson(response, 403, { code: "wrong_origin" });
    return true;
  }
  const context = httpContext(of.process, request, response, of.address);
  const visitor = await context.visitor(key);
  if (what === "unread") {
    answerJson(response, 200, visitor ? (await customerStanding(visitor, of.process.deps)).unreadCount : 0);
    return true;
  }
  if (visitor) await endVisit(visitor, of.process.deps);
  // If another visit has begun since the one that the frame shows, keep its credential.
  if (visitor || (await context.holder(key)) === null) context.clearVisitorCookie(key);
  response.writeHead(204).end();
  return true;
}

/**
 * Whether the request comes from the widget's own frame, or from an origin that its organization allowed. Such an
 * origin may then read the answer.
 */
async function isWelcome(
  request: IncomingMessage,
  response: ServerResponse,
  key: string,
  { deps }: ProcessDeps,
): Promise<boolean> {
  if (isSameOrigin(request)) return true;
  const { origin } = request.headers;
  if (!origin || !(await allowedOrigins(key, deps)).includes(origin)) return false;
  response.setHeader("access-control-allow-origin", origin);
  response.setHeader("access-control-allow-credentials", "true");
  return true;
}
