/** The models of records and settings: read by id or by a few columns, and not hot. Prisma's client knows only these. */
const RECORDS: ReadonlySet<string> = new Set([
  ...["Organization", "Party", "User", "Rep", "Contact", "Alias", "Team", "TeamMembership", "UserSession"],
  ...["Calendar", "CalendarVersion", "Category", "SlaPolicy", "SlaTarget", "CannedReply", "Widget"],
  ...["Classifier", "AuditEntry"],
]);

const CLIENT = `generator client {
  provider        = "prisma-client"
  output          = "../src/server/db/generated/client"
  runtime         = "nodejs"
  moduleFormat    = "esm"
  compilerBuild   = "small"
  previewFeatures = ["strictUndefinedChecks", "relationJoins"]
}`;
const BLOCK = /^(model|enum|datasource) (\w+) \{\n(?:.*\n)*?\}$/gm;
const TABLE = /^ {2}@@map\("(\w+)"\)$/m;

/** The tables of a schema by their names in SQL: all of them, and those that hold records. */
export function tableNames(schema: string): { all: ReadonlySet<string>; records: ReadonlySet<string> } {
  const tables = [...schema.matchAll(BLOCK)].flatMap(([text, kind, model = ""]) =>
    kind === "model" ? [{ model, table: TABLE.exec(text)?.[1] ?? model }] : [],
  );
  return {
    all: new Set(tables.map(({ table }) => table)),
    records: new Set(tables.filter(({ model }) => RECORDS.has(model)).map(({ table }) => table)),
  };
}

/**
 * The part of prisma/schema.prisma from which Prisma's client is generated: the records and their relations to each other.
 * A relation that leads to a message would be a way past the rule of visibility.
 */
export function recordsSchema(schema: string): string {
  const blocks = [...schema.matchAll(BLOCK)].map(([text, kind = "", name = ""]) => ({ text, kind, name }));
  const models = new Set(blocks.filter(({ kind }) => kind === "model").map(({ name }) => name));
  const missing = [...RECORDS].filter((name) => !models.has(name));
  if (missing.length > 0) throw new Error(`no such models: ${missing.join(", ")}`);
  const leadsAway = (line: string) => {
    const type = /^\s+\w+\s+(\w+)/.exec(line)?.[1] ?? "";
    return models.has(type) && !RECORDS.has(type);
  };
  const kept = blocks.filter(({ kind, name }) => kind !== "model" || RECORDS.has(name));
  const texts = kept.map(({ text, kind }) =>
    kind === "model"
      ? text
          .split("\n")
          .filter((line) => !leadsAway(line))
          .join("\n")
      : text,
  );
  return `${[CLIENT, ...texts].join("\n\n")}\n`;
}
