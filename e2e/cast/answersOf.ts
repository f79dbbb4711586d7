import { normalized, versionSteps } from "./normalized";
import type { Answer } from "./recordBytes";

const PROCEDURES = "/api/trpc/";
/** A browser asks for icons once for all of its windows. */
const ICONS = "/favicon.";
/** Next loads the pages of links that are in sight, when the browser has time for it. */
const LOADED_AHEAD = "_rsc";
/** The time of this call depends on the beats of the page's stream alone. */
const PULSE = "me.pulse";
const POSITION = /[\w-]{22}\.\d+/g;

type Call = { error?: { json?: { data?: { httpStatus?: number } } } };

/**
 * Answers as lines that are the same for two runs of one script: method, path, status, headers and JSON. Which calls
 * share a request is chance, so each call is a line of its own. The order of concurrent calls is chance, too, so the
 * lines are sorted.
 */
export function answersOf(answers: readonly Answer[], unique: string): string[] {
  const lines = answers.flatMap((answer) => linesOf(answer));
  const first = new Map<string, number>();
  return lines.map((line) => normalized(versionSteps(line, first), unique).replace(POSITION, "<position>")).sort();
}

function linesOf(answer: Answer): string[] {
  const { method, url, status } = answer;
  const { pathname, searchParams } = new URL(url);
  if (pathname.startsWith(ICONS) || searchParams.has(LOADED_AHEAD)) return [];
  const headers = headersOf(answer);
  if (pathname.startsWith(PROCEDURES)) return callsIn(pathname, answer).map((call) => `${method} ${call} ${headers}`);
  const body = answer.headers["content-type"]?.includes("json") ? answer.body : "";
  return [`${method} ${pathname}?${[...searchParams.keys()]} ${status} ${headers} ${body}`];
}

function callsIn(pathname: string, { status, body }: Answer): string[] {
  const parsed: unknown = JSON.parse(body);
  const calls: Call[] = Array.isArray(parsed) ? parsed : [parsed];
  const names = pathname.slice(PROCEDURES.length).split(",");
  return names.flatMap((name, at) => {
    if (name === PULSE) return [];
    const call = calls[at];
    const own = calls.length === 1 ? status : (call?.error?.json?.data?.httpStatus ?? 200);
    return `${PROCEDURES}${name} ${own} ${JSON.stringify(call)?.replace(/"token":"[^"]*"/, '"token":"<token>"')}`;
  });
}

/** Headers by name, without the values that depend on chance or the clock. */
function headersOf({ headers }: Answer): string {
  const told = Object.entries(headers).map(([name, value]) => {
    const key = name.toLowerCase();
    if (["date", "content-length"].includes(key)) return `${key}: …`;
    return `${key}: ${value.replace(/'nonce-[^']*'/g, "<nonce>").replace(/(__Host-parley-visitor[^=]*=)[^;]*/, "$1<token>")}`;
  });
  return `{${told.sort().join(", ")}}`;
}
