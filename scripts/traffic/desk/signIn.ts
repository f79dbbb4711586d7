import { ForeseenFailure } from "../../launch/foreseenFailure";

const CALL_BUDGET_MS = 20_000;
/** The cookie's name has a prefix if the server is reached by https. */
const SESSION_COOKIE = "parley-session";

/**
 * Signs a member in as the sign-in page does, and returns the session's cookies as the value of a request header.
 *
 * @throws ForeseenFailure if the log-in is refused
 */
export async function signIn(url: string, logIn: { email: string; password: string }): Promise<string> {
  const cookies = new Map<string, string>();
  const token = await csrfToken(url, cookies);
  const response = await fetch(`${url}/api/auth/callback/credentials`, {
    method: "POST",
    headers: { cookie: cookieHeader(cookies), origin: url, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ ...logIn, csrfToken: token, callbackUrl: url, json: "true" }),
    redirect: "manual",
    signal: AbortSignal.timeout(CALL_BUDGET_MS),
  });
  keepCookies(response, cookies);
  await response.arrayBuffer();
  if (![...cookies.keys()].some((name) => name.endsWith(SESSION_COOKIE))) {
    throw new ForeseenFailure(
      `${logIn.email} could not sign in (${response.status}). Does the server hold the demo organizations?`,
    );
  }
  return cookieHeader(cookies);
}

async function csrfToken(url: string, cookies: Map<string, string>): Promise<string> {
  const response = await fetch(`${url}/api/auth/csrf`, { signal: AbortSignal.timeout(CALL_BUDGET_MS) });
  keepCookies(response, cookies);
  const { csrfToken: token }: { csrfToken: string } = await response.json();
  return token;
}

function keepCookies(response: Response, cookies: Map<string, string>): void {
  for (const line of response.headers.getSetCookie()) {
    const [pair = ""] = line.split(";");
    const at = pair.indexOf("=");
    if (at > 0) cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }
}

function cookieHeader(cookies: ReadonlyMap<string, string>): string {
  return [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
}
