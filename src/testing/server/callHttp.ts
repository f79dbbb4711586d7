import superjson from "superjson";

export type HttpAnswer = { status: number; headers: Headers; body: unknown; text: string };

/** Posts a mutation to a server as a client does. `headers` identify the caller. */
export function postHttp(
  serverUrl: string,
  path: string,
  input: unknown,
  headers: Record<string, string> = {},
): Promise<HttpAnswer> {
  return answered(
    fetch(`${serverUrl}/api/trpc/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(superjson.serialize(input)),
    }),
  );
}

/** Sends a query to a server as a client does. */
export function getHttp(
  serverUrl: string,
  path: string,
  input: unknown,
  headers: Record<string, string> = {},
): Promise<HttpAnswer> {
  const asked = encodeURIComponent(JSON.stringify(superjson.serialize(input)));
  return answered(fetch(`${serverUrl}/api/trpc/${path}?input=${asked}`, { headers }));
}

/** Reads an answer to its end. `body` is null if it is not JSON. */
export async function answered(asked: Promise<Response>): Promise<HttpAnswer> {
  const response = await asked;
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: parsed(text), text };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
