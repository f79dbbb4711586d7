import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { tableNames } from "./recordsSchema";
import { isForPrisma, PAST_PRISMA, statementsOf } from "./waysToRecords";

const tables = tableNames(readFileSync("prisma/schema.prisma", "utf8"));
const isPastPrisma = (source: string) => statementsOf(source).some((statement) => isForPrisma(statement, tables));

test("records are read and written by Prisma, except in the files that are listed with their reason", () => {
  const files = readdirSync("src/server", { recursive: true, encoding: "utf8" })
    .map((path) => `src/server/${path}`)
    .filter((path) => path.endsWith(".ts") && !/[.]test[.]ts$|^src.server.db.generated/.test(path));
  expect(files.length).toBeGreaterThan(200);
  const past = files.filter((path) => isPastPrisma(readFileSync(path, "utf8")));
  expect(past.toSorted()).toEqual(Object.keys(PAST_PRISMA).toSorted());
});

test.each([
  ["a read by Kysely", `await db.selectFrom("widget").selectAll().where("key", "=", key).executeTakeFirst();`],
  ["a join of records", `db.selectFrom("rep as r")\n  .innerJoin("party", "party.id", "r.party_id")\n  .execute()`],
  ["a write by Kysely", `db.updateTable("user_session").set({ revoked_at: now }).execute();`],
  ["a read by SQL", "const REPS = `select p.name from party p join team_member m on m.rep_id = p.id`;"],
  ["a read in a hole", `sql\`select 1 from request where x = \${isIn ? sql\`select id from category\` : 0}\``],
  ["a read with a hole", `sql\`select name from team where party_id = \${of({ id })} \``],
  ["a write by SQL", `pool.query("delete from canned_reply where id = $1", [id])`],
  [
    "a write of records beside others",
    "`with l as (update rep_load set used = 0 returning rep_id) insert into audit_entry select * from l`",
  ],
])("%s is found", (_, source) => {
  expect(isPastPrisma(source)).toBe(true);
});

test.each([
  ["what joins records to others", "`select p.name from request r join party p on p.id = r.contact_id`"],
  ["the same by Kysely", `db.selectFrom("message").innerJoin("party", "party.id", "message.author_id").execute()`],
  ["Prisma", "await prisma.category.findMany({ where: { team_id } });"],
  ["a part of a statement", "const USED = `join category k on k.id = e.category_id`;"],
  ["a comment", "/** Like `select name from party`, but sealed. */\n// `select 1 from team`"],
  ["a lock within another's write", "`update request set state = 'queued' where team_id = $1`"],
])("%s is allowed", (_, source) => {
  expect(isPastPrisma(source)).toBe(false);
});

test("a template literal without an end is refused", () => {
  expect(() => statementsOf("const open = `select 1 from party")).toThrow("no end");
});
