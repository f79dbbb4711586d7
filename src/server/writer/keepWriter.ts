import { WRITER_SCHEMA } from "../db/generated/writer";
import type { Deps } from "../deps";

const KEEP_EVERY_MS = 3_600_000;

/** Marks this version's writer as in use, every hour until closed, so that no deploy drops its functions. */
export function keepWriter(deps: Pick<Deps, "pool" | "log">): { close(): void } {
  const keep = () =>
    keepOnce(deps).catch((error: unknown) => deps.log.warn({ err: error }, "could not say that the writer is in use"));
  void keep();
  const timer = setInterval(() => void keep(), KEEP_EVERY_MS);
  timer.unref();
  return { close: () => clearInterval(timer) };
}

async function keepOnce({ pool }: Pick<Deps, "pool">): Promise<void> {
  await pool.query("update writer_version set used_at = now() where schema_name = $1", [WRITER_SCHEMA]);
}
