/** A statement of SQL or Kysely in a source text: all tables that it names, and those that it writes. */
type Statement = { reads: string[]; writes: string[] };

/** The files of the server that read or write records without Prisma, each with its reason (docs/decisions/016). */
export const PAST_PRISMA: Readonly<Record<string, string>> = {
  "src/server/auth/viewers.ts": "Who a session belongs to: asked with every call and every delivery, for many at once.",
  "src/server/auth/beginVisit.ts": "A visitor's first message waits for it; contact and credential are one statement.",
  "src/server/availability/endDuty.ts": "The act is written in the statement that takes a rep off duty, or not at all.",
  "src/server/availability/presence.ts": "One batch a beat for all sessions that have a stream.",
  "src/server/classifier/commands/fitWaiting.ts": "The stamp rises in the statement that gives a fit up.",
  "src/server/classifier/commands/lookAtClassifier.ts": "One statement sets the timers of all organizations.",
  "src/server/classifier/commands/watchPrecision.ts":
    "The threshold rises only while the model is live: one statement.",
  "src/server/organization/load/configurations.ts": "Every request asks for the version; most of its numbers are int8.",
  "src/server/organization/queries/meView.ts": "Every page asks it first.",
  "src/server/organization/queries/setupStatus.ts": "Every page asks it before a sign-in.",
  "src/server/request/queries/sequenceView.ts":
    "The desk's main page: 1.5 ms of the processor by Prisma, 1.0 by Kysely.",
  "src/server/routing/load/teamIdsOf.ts": "Asked with every change of a rep's load.",
  "src/server/settings/commands/changeConfiguration.ts": "Takes the lock of the organization.",
};

/** A token of code. A comment is one token, and so is a string. */
const CODE_TOKEN = /\/\*[\s\S]*?\*\/|\/\/.*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|[\s\S]/y;
/** A token of a template literal. */
const TEMPLATE_TOKEN = /\\[\s\S]|\$\{|[\s\S]/y;
const COMMENT = /^\/[/*]/;
const BRACES: Readonly<Record<string, number>> = { "{": 1, "}": -1 };
const SQL = /^"?\s*(?:select|with|insert|update|delete)\b/i;
const SQL_TABLE = /\b(?:from|join|into|update)\s+(?:only\s+)?"?(\w+)/gi;
const SQL_WRITTEN = /\b(?:insert\s+into|update|delete\s+from)\s+(?:only\s+)?"?(\w+)/gi;
const KYSELY = /\.(?:selectFrom|insertInto|updateTable|deleteFrom)\([\s\S]*?(?:\.execute\w*\(|;|$)/g;
const KYSELY_TABLE = /\.(?:selectFrom|insertInto|updateTable|deleteFrom|using|\w+Join)\(\s*\[?\s*"(\w+)/g;
const KYSELY_WRITTEN = /\.(?:insertInto|updateTable|deleteFrom)\(\s*"(\w+)/g;

/**
 * The statements of a source text. A literal counts as SQL if it begins as a statement. A fragment of SQL does not count.
 *
 * @throws Error for a template literal without an end
 */
export function statementsOf(source: string): Statement[] {
  const { code, literals } = literalsOf(source);
  const sql = literals.filter((text) => SQL.test(text));
  const kysely = [...code.matchAll(KYSELY)].map(([text]) => text);
  return [
    ...sql.map((text) => ({ reads: named(text, SQL_TABLE), writes: named(text, SQL_WRITTEN) })),
    ...kysely.map((text) => ({ reads: named(text, KYSELY_TABLE), writes: named(text, KYSELY_WRITTEN) })),
  ];
}

/** Whether a statement writes records, or reads records alone. Prisma does both. */
export function isForPrisma({ reads, writes }: Statement, tables: Tables): boolean {
  const known = reads.filter((table) => tables.all.has(table));
  return (
    writes.some((table) => tables.records.has(table)) ||
    (known.length > 0 && known.every((table) => tables.records.has(table)))
  );
}

type Tables = { all: ReadonlySet<string>; records: ReadonlySet<string> };

type Reader = { readonly source: string; at: number; code: string; literals: string[] };

/** The literals of a text, with "?" for each hole, and its code without comments and templates. */
function literalsOf(source: string): Pick<Reader, "code" | "literals"> {
  const reader: Reader = { source, at: 0, code: "", literals: [] };
  readCode(reader, false);
  return reader;
}

/** Reads code to its end or, in a hole, to the brace that ends the hole. */
function readCode(reader: Reader, isInHole: boolean): void {
  for (let braces = 0; reader.at < reader.source.length; ) {
    const token = nextToken(reader, CODE_TOKEN);
    if (token === "}" && isInHole && braces === 0) return;
    braces += BRACES[token] ?? 0;
    if (token === "`") readTemplate(reader);
    else if (!COMMENT.test(token)) reader.code += token;
    if (token.startsWith('"')) reader.literals.push(token);
  }
}

function readTemplate(reader: Reader): void {
  let text = "";
  for (let token = nextToken(reader, TEMPLATE_TOKEN); token !== "`"; token = nextToken(reader, TEMPLATE_TOKEN)) {
    if (token === "") throw new Error("a template literal has no end");
    if (token === "${") readCode(reader, true);
    text += token === "${" ? "?" : token;
  }
  reader.literals.push(text);
}

function nextToken(reader: Reader, pattern: RegExp): string {
  pattern.lastIndex = reader.at;
  const token = pattern.exec(reader.source)?.[0] ?? "";
  reader.at += token.length;
  return token;
}

function named(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, table = ""]) => table);
}
