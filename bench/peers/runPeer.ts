import { runDriverLoop } from "./driverLoop";
import type { PeerFigure, PeerScript } from "./peerScript";
import { hasPgbench, runPgbench } from "./pgbench";

/** Carries a script out by pgbench, or by a plain loop over the driver where pgbench is not installed. */
export async function runPeer(
  databaseUrl: string,
  script: PeerScript,
  load: { clients: number; measureMs: number },
): Promise<PeerFigure> {
  if (hasPgbench()) return { perSecond: await runPgbench(databaseUrl, script, load), tool: "pgbench" };
  return { perSecond: await runDriverLoop(databaseUrl, script, load), tool: "driver loop" };
}
