import type { Pool } from "pg";
import type { Database } from "@/server/db/database";
import { openDatabase } from "@/server/db/database";
import { makeBenchDatabase } from "./benchDatabase";
import { type BenchServer, startBenchServer } from "./benchServer";

/** A Parley with its own empty database. */
export interface Desk {
  readonly databaseUrl: string;
  readonly db: Database;
  readonly pool: Pool;
  /** Starts the server. Fill the database first. */
  open(): Promise<BenchServer>;
}

const CONNECTIONS_MAX = 4;

/** Runs one part of the benchmark with a database and a server. Always stops and drops both afterwards. */
export async function withDesk<Result>(
  part: string,
  from: { serverUrl: string; profileFolder: string | undefined },
  work: (desk: Desk) => Promise<Result>,
): Promise<Result> {
  const database = await makeBenchDatabase(from.serverUrl, part);
  const { db, pool, close } = openDatabase(database.url, CONNECTIONS_MAX);
  const servers: BenchServer[] = [];
  const open = async () => {
    const server = await startBenchServer(database.url, from.profileFolder);
    servers.push(server);
    return server;
  };
  try {
    return await work({ databaseUrl: database.url, db, pool, open });
  } finally {
    for (const server of servers) await server.stop();
    await close();
    await database.drop();
  }
}
