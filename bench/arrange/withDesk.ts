import type { Pool } from "pg";
import type { Database } from "@/server/db/database";
import { openDatabase } from "@/server/db/database";
import { makeBenchDatabase } from "./benchDatabase";
import { type BenchServer, startBenchServer } from "./benchServer";

/** A running Parley with an empty database of its own. */
export interface Desk {
  readonly databaseUrl: string;
  readonly db: Database;
  readonly pool: Pool;
  /** Starts the server, after the database was filled. */
  open(): Promise<BenchServer>;
}

const CONNECTIONS_MAX = 4;

/** Lends a database and a server to one part of the benchmark, and stops and drops both afterwards, whatever happens. */
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
