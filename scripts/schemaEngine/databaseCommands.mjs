import pg from "pg";

/** Prisma's error codes for PostgreSQL's refusals of a connection. Any other failure counts as unreachable. */
const PRISMA_CODES = { "3D000": "P1003", "28P01": "P1000" };
const UNREACHABLE = "P1001";

/**
 * Runs one of the engine's commands for whole databases and returns the exit code.
 * It logs the outcome to stderr in the form that Prisma reads.
 */
export async function runDatabaseCommand(command, databaseUrl) {
  log("INFO", "Starting schema engine CLI");
  try {
    await execute(command, new URL(databaseUrl));
    log("INFO", "done");
    return 0;
  } catch (error) {
    const code = PRISMA_CODES[error.code] ?? UNREACHABLE;
    log("ERROR", failureMessage(code, new URL(databaseUrl), error), { error_code: code, is_panic: false });
    return 1;
  }
}

async function execute(command, url) {
  if (command === "can-connect-to-database") return runStatement(url, "select 1");
  const statement = { "create-database": "create database", "drop-database": "drop database" }[command];
  if (!statement) throw new Error(`unknown command ${command}`);
  const maintenanceUrl = new URL(url);
  maintenanceUrl.pathname = "/postgres";
  return runStatement(maintenanceUrl, `${statement} ${pg.escapeIdentifier(databaseName(url))}`);
}

async function runStatement(url, statement) {
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function failureMessage(code, url, error) {
  if (code === "P1003")
    return `Database \`${databaseName(url)}\` does not exist on the database server at \`${url.host}\`.`;
  if (code === "P1000") return `Authentication failed against database server at \`${url.hostname}\`.`;
  return `Can't reach database server at \`${url.host}\`: ${error.message}`;
}

function databaseName(url) {
  return decodeURIComponent(url.pathname.slice(1)) || "postgres";
}

function log(level, message, details = {}) {
  const entry = {
    timestamp: new Date().toISOString(),
    level,
    fields: { message, ...details },
    target: "schema_engine::logger",
  };
  process.stderr.write(`${JSON.stringify(entry)}\n`);
}
