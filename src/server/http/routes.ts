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

/** Which part of the server answers, and the rest of the path that it reads. */
export type Route = { name: RouteName; rest: string };

const TRPC = "/api/trpc/";
const AUTH = "/api/auth/";
/** Takes a password: next-auth calls a GET of it its own fault. */
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
  // next-auth's door by which anybody may write into the log.
  ["/api/auth/_log", { name: "nothing", rest: "" }],
  ["/w.js", { name: "widget", rest: "/w.js" }],
]);

/** The route of a target. Below /api nothing is a page, so that nothing there is found by another spelling. */
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

/** The methods that a route answers; HEAD goes wherever GET does. */
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
/** An address, a password of at most 1,000 characters, and where to go afterwards. */
const SIGN_IN_BYTES_MAX = 16 * 1_024;

/** The most bytes that a body of the route may have. An import is read as it comes, once its sender is known. */
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
