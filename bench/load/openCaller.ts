import { Agent, type IncomingHttpHeaders, request } from "node:http";
import type { LoadErrors } from "./loadOrder";

/** Calls the server over kept-alive connections, as cheaply for this machine as node:http allows. */
export interface Caller {
  /** Posts a document to a procedure. Resolves with null if it failed, and counts the failure. */
  post(procedure: string, body: string, headers: Record<string, string>): Promise<string | null>;
  /** Reads a path. Resolves with null if it failed, and counts the failure. */
  get(path: string, headers: Record<string, string>): Promise<string | null>;
  readonly errors: LoadErrors;
}

const CALL_BUDGET_MS = 30_000;

/** Makes a caller of the server at `url`. */
export function openCaller(url: string): Caller {
  const { hostname, port, origin } = new URL(url);
  const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY, scheduling: "fifo" });
  const errors: LoadErrors = {};
  const call = (method: string, path: string, headers: IncomingHttpHeaders, body?: string): Promise<string | null> =>
    new Promise((resolve) => {
      const fail = (what: string) => {
        errors[what] = (errors[what] ?? 0) + 1;
        resolve(null);
      };
      const outgoing = request(
        { agent, hostname, port, method, path, headers, timeout: CALL_BUDGET_MS },
        (incoming) => {
          let text = "";
          incoming.setEncoding("utf8");
          incoming.on("data", (piece: string) => {
            text += piece;
          });
          incoming.on("end", () =>
            incoming.statusCode === 200 ? resolve(text) : fail(`${incoming.statusCode} ${text.slice(0, 200)}`),
          );
          incoming.on("error", (error) => fail(error.message));
        },
      );
      outgoing.on("timeout", () => outgoing.destroy(new Error("no answer in time")));
      outgoing.on("error", (error) => fail(error.message));
      outgoing.end(body);
    });
  return {
    errors,
    get: (path, headers) => call("GET", path, headers),
    post(procedure, body, headers) {
      const length = String(Buffer.byteLength(body));
      return call(
        "POST",
        `/api/trpc/${procedure}`,
        { origin, "content-type": "application/json", "content-length": length, ...headers },
        body,
      );
    },
  };
}
