import type { ServerResponse } from "node:http";
import type { Deps } from "../../deps";
import { answerJson } from "../answers/answerJson";
import { RETRY_AFTER_S } from "../answers/answerUnavailable";

const READY_WITHIN_MS = 2_000;

/**
 * Answers whether this process is live, or whether it is ready: it also reaches its database. Only if `tellsWhy` does
 * the answer say why it is not ready.
 */
export async function serveHealth(
  response: ServerResponse,
  kind: "live" | "ready",
  { deps: { pool }, tellsWhy }: { deps: Deps; tellsWhy: boolean },
): Promise<void> {
  if (kind === "live") return answerJson(response, 200, { status: "live" });
  const isReady = await Promise.race([
    pool.query("select 1").then(
      () => true,
      () => false,
    ),
    new Promise<false>((resolve) => setTimeout(() => resolve(false), READY_WITHIN_MS).unref()),
  ]);
  if (!isReady) response.setHeader("retry-after", String(RETRY_AFTER_S));
  const failing = tellsWhy ? "database_unreachable" : "not_ready";
  answerJson(response, isReady ? 200 : 503, { status: isReady ? "ready" : failing });
}
