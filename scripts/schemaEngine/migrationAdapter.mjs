import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import pg from "pg";
import { parse } from "pg-connection-string";

/**
 * Catalogue types of PostgreSQL that the adapter cannot read ("char", name and their arrays), each with a text type.
 */
const TEXT_TYPES = new Map([
  [18, 25],
  [19, 25],
  [1002, 1009],
  [1003, 1009],
]);

/**
 * Makes the adapter by which the engine reaches the database. Shadow databases are made beside it and dropped after
 * use.
 */
export function createMigrationAdapter(databaseUrl) {
  const { schema = "public", ...connection } = databaseUrl ? parse(databaseUrl) : {};
  const config = { ...connection, port: Number(connection.port ?? 5432), Client: CatalogueClient };
  return new MigrationAdapter(config, { schema });
}

class CatalogueClient extends pg.Client {
  query(...queryArguments) {
    const callback = queryArguments.at(-1);
    if (typeof callback !== "function") return super.query(...queryArguments).then(readCatalogueAsText);
    return super.query(...queryArguments.slice(0, -1), (error, result) => callback(error, readCatalogueAsText(result)));
  }
}

function readCatalogueAsText(result) {
  for (const { fields } of [result].flat().filter(Boolean)) {
    for (const field of fields ?? []) field.dataTypeID = TEXT_TYPES.get(field.dataTypeID) ?? field.dataTypeID;
  }
  return result;
}

class MigrationAdapter extends PrismaPg {
  #config;

  constructor(config, options) {
    super(config, options);
    this.#config = config;
  }

  async connect() {
    return migrationConnection(await super.connect());
  }

  async connectToShadowDb() {
    const database = `prisma_migrate_shadow_db_${randomUUID()}`;
    const maintenance = new pg.Client({ ...this.#config, database: "postgres" });
    await maintenance.connect();
    await maintenance.query(`create database "${database}" template template0`);
    const shadow = migrationConnection(
      await new PrismaPg({ ...this.#config, database }, { schema: "public" }).connect(),
    );
    const disconnect = shadow.dispose.bind(shadow);
    shadow.dispose = async () => {
      await disconnect();
      await maintenance.query(`drop database if exists "${database}" with (force)`);
      await maintenance.end();
    };
    return shadow;
  }
}

/** Corrects where the adapter differs from the native engine's own connection. */
function migrationConnection(connection) {
  const queryRaw = connection.queryRaw.bind(connection);
  return Object.assign(connection, {
    queryRaw: async (query) => withCharacterColumns(await queryRaw(query)),
    executeScript: (script) => executeWholeScript(connection, script),
  });
}

/**
 * The engine reads the kind of a constraint as one character, and panics if it gets a text. This happens since
 * PostgreSQL 18, where every "not null" is a constraint, and in earlier versions for a check.
 */
function withCharacterColumns(result) {
  const columnTypes = result.columnTypes.map((type, index) =>
    result.columnNames[index] === "constraint_type" ? ColumnTypeEnum.Character : type,
  );
  return { ...result, columnTypes };
}

/**
 * The adapter splits a script at every semicolon, even inside comments and function bodies.
 * PostgreSQL takes the whole script at once, and applies all of it or nothing.
 */
async function executeWholeScript(connection, script) {
  try {
    await connection.underlyingDriver().query(script);
  } catch (error) {
    connection.onError(error);
  }
}
