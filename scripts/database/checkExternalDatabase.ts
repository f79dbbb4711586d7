import { ForeseenFailure } from "../launch/foreseenFailure";
import { withClient } from "./withClient";

/** By major version, the first minor version without faults that lose or reveal data. Newer majors are fine. */
const LEAST_VERSIONS = new Map([
  [15, 14],
  [16, 10],
  [17, 6],
]);
const MAJOR_MIN = 15;

/** @throws ForeseenFailure saying in one sentence what is wrong with the server of DATABASE_URL, without its password */
export async function checkExternalDatabase(databaseUrl: string): Promise<void> {
  const address = readableAddress(databaseUrl);
  const version = await serverVersion(databaseUrl).catch((error: unknown) => {
    throw new ForeseenFailure(`The database at ${address} cannot be used: ${reasonOf(error)}. Check DATABASE_URL.`);
  });
  const [major, minor] = [Math.floor(version / 10_000), version % 10_000];
  if (major < MAJOR_MIN || minor < (LEAST_VERSIONS.get(major) ?? 0)) {
    throw new ForeseenFailure(
      `The database at ${address} is PostgreSQL ${major}.${minor}; Parley needs 15.14, 16.10, 17.6 or newer.`,
    );
  }
}

function readableAddress(databaseUrl: string): string {
  try {
    const { hostname, port, pathname } = new URL(databaseUrl);
    return `${hostname}:${port || 5432}${pathname}`;
  } catch {
    throw new ForeseenFailure(
      "DATABASE_URL is not an address of a database. Its form is postgresql://user:password@host:5432/database.",
    );
  }
}

function serverVersion(databaseUrl: string): Promise<number> {
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ server_version_num: string }>("show server_version_num");
    return Number(rows[0]?.server_version_num);
  });
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  switch (code) {
    case "ECONNREFUSED":
      return "nothing listens there";
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return "its host name is not known";
    case "28P01":
    case "28000":
      return "it refuses the user or the password";
    case "3D000":
      return "there is no database of that name";
    default:
      return error instanceof Error && error.message ? error.message : String(code ?? error);
  }
}
