import type { Target } from "./guards/readTarget";

type RouteName =
  | "trpc"
  | "live"
  | "customer_live"
  | "health"
  | "metrics"
  | "examples"
  | "widget"
  | "visit"
  | "auth"
  | "page"
  | "nothing";

/** Which part of the server answers, and the part of the path that it reads itself. */
export type Route = { name: RouteName; rest: string };

const TRPC = "/api/trpc/";
const AUTH = "/api/auth/";
/** Takes a password. next-auth answers a GET with a server error. */
const CREDENTIALS = "/api/auth/callback/";
const VISIT = /^\/w\/[^/]+\/(?:unread|forget)$/;
const EXACT: ReadonlyMap<string, Route> = new Map([
  ["/api/live", { name: "live", rest: "" }],
  ["/api/customer/live", { name: "customer_live", rest: "" }],
  ["/api/health/live", { name: "health", rest: "live" }],
  ["/api/health/ready", { name: "health", rest: "ready" }],
  ["/api/metrics", { name: "metrics", rest: "" }],
  ["/api/classifier/examples", { name: "examples", rest: "" }],
  ["/api/classifier/examples.csv", { name: "examples", rest: ".csv" }],
  // By this path of next-auth anybody could write into the log.
  ["/api/auth/_log", { name: "nothing", rest: "" }],
  ["/w.js", { name: "widget", rest: "/w.js" }],
]);

/** The route of a target. Nothing below /api is a page, so no other spelling of an API path reaches Next. */
export function routeOf({ path }: Target): Route {
  const exact = EXACT.get(path);
  if (exact) return exact;
  if (path.startsWith(TRPC)) return { name: "trpc", rest: path.slice(TRPC.length) };
  if (path.startsWith(AUTH)) return { name: "auth", rest: path };
  if (path === "/api" || path.startsWith("/api/")) return { name: "nothing", rest: path };
  if (VISIT.test(path)) return { name: "visit", rest: path };
  if (path.startsWith("/w/") || path.startsWith("/chat/")) return { name: "widget", rest: path };
  return { name: "page", rest: path };
}

/** The methods that a route answers. HEAD is allowed where GET is, but for streams. */
export function methodsOf({ name, rest }: Route): readonly string[] {
  switch (name) {
    case "trpc":
      return ["GET", "HEAD", "POST"];
    case "auth":
      return rest.startsWith(CREDENTIALS) ? ["POST"] : ["GET", "HEAD", "POST"];
    case "examples":
      return rest === "" ? ["POST"] : ["GET", "HEAD"];
    case "visit":
      return rest.endsWith("/forget") ? ["POST"] : ["GET", "HEAD"];
    case "live":
    case "customer_live":
      return ["GET"];
    case "health":
    case "metrics":
    case "widget":
    case "page":
    case "nothing":
      return ["GET", "HEAD"];
  }
}

const CALL_BYTES_MAX = 256 * 1_024;
/** Room for an email address, a password, and an address to return to. */
const SIGN_IN_BYTES_MAX = 16 * 1_024;

/**
 * The most bytes that a body of the route may have. "streamed" for an import, which its route reads and bounds itself
 * once the sender is known.
 */
export function bodyBytesMax({ name, rest }: Route): number | "streamed" {
  switch (name) {
    case "trpc":
      return CALL_BYTES_MAX;
    case "auth":
      return SIGN_IN_BYTES_MAX;
    case "examples":
      return rest === "" ? "streamed" : 0;
    default:
      return 0;
  }
}
