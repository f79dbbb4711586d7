import type { ServerResponse } from "node:http";
import type { Deps } from "../deps";
import { answerJson } from "./answerJson";

const READY_WITHIN_MS = 2_000;

/** Live: this process answers. Ready: it also reaches its database. */
export async function serveHealth(response: ServerResponse, kind: "live" | "ready", { pool }: Deps): Promise<void> {
  if (kind === "live") return answerJson(response, 200, { status: "live" });
  const isReady = await Promise.race([
    pool.query("select 1").then(
      () => true,
      () => false,
    ),
    new Promise<false>((resolve) => setTimeout(() => resolve(false), READY_WITHIN_MS).unref()),
  ]);
  answerJson(response, isReady ? 200 : 503, { status: isReady ? "ready" : "database_unreachable" });
}
