import { Readable } from "node:stream";
import { afterAll, beforeAll, expect, test } from "vitest";
import { contentsOf } from "@/testing/laws/contentsOf";
import { aScene, aStage, type Stage } from "@/testing/scenes/aScene";
import { answered, type HttpAnswer } from "@/testing/server/callHttp";
import { openTestServer, sessionCookie, type TestServer } from "@/testing/server/openTestServer";
import { openTestWorld } from "@/testing/world/openTestWorld";

const world = await openTestWorld();
const { deps } = world;

let server: TestServer;
let stage: Stage;
let administrator: { cookie: string };

beforeAll(async () => {
  stage = await aStage("bank", deps);
  server = await openTestServer(deps);
  administrator = { cookie: await sessionCookie(stage.reps.administrator.sessionId) };
});
afterAll(async () => {
  await server.close();
  await world.close();
});

function send(
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = administrator,
): Promise<HttpAnswer> {
  return answered(
    fetch(`${server.url}/api/classifier/examples`, {
      method: "POST",
      headers: { "content-type": "text/csv", ...headers },
      body,
    }),
  );
}

const ask = (headers: Record<string, string> = administrator) =>
  answered(fetch(`${server.url}/api/classifier/examples.csv`, { headers }));

const stored = () =>
  deps.db
    .selectFrom("classifier_example")
    .select(["text", "category_id", "source", "by_id"])
    .where("organization_id", "=", stage.id)
    .orderBy("number")
    .execute();

test("each row with the name or the path of a category becomes one example", async () => {
  const csv =
    '\ufeffCategory , TEXT\r\ncard,My card is lost\r\n Loan ,"Repay, ""please"",\nmy loan"\r\n\r\ncard,My card is lost\r\n';
  expect((await send(csv)).body).toEqual({ outcome: "imported", added: 2, known: 1 });
  expect(await stored()).toEqual([
    {
      text: 'Repay, "please",\nmy loan',
      category_id: stage.categories.loan,
      source: "import",
      by_id: stage.reps.administrator.id,
    },
    {
      text: "My card is lost",
      category_id: stage.categories.card,
      source: "import",
      by_id: stage.reps.administrator.id,
    },
  ]);
  expect((await send(csv)).body).toEqual({ outcome: "imported", added: 0, known: 3 });
  const other = await send("text,category\nMy card is lost,loan\n");
  expect(other.body).toEqual({ outcome: "imported", added: 1, known: 0 });
  expect((await stored()).at(-1)).toMatchObject({ text: "My card is lost", category_id: stage.categories.loan });
  expect(await stored()).toHaveLength(2);
});

test.each([";", "\t"])("another delimiter of a spreadsheet is recognised by the header: %j", async (sign) => {
  const csv = `text${sign}category\r\n"Blocked, since Monday${sign} again"${sign}card\r\n`;
  expect((await send(csv)).body).toEqual({ outcome: "imported", added: 1, known: 0 });
  expect((await stored()).at(-1)).toMatchObject({
    text: `Blocked, since Monday${sign} again`,
    category_id: stage.categories.card,
  });
});

test("wrong rows are named by line and reason, and nothing is imported", async () => {
  const before = await contentsOf(deps);
  const rows = [
    "text,category",
    "Right,card",
    ",card",
    '"two\nlines",',
    "Word,nonsense",
    `${"x".repeat(20_001)},card`,
    '"More\nlines",loans',
  ];
  const answer = await send(rows.join("\n"));
  expect(answer.status).toBe(422);
  expect(answer.body).toEqual({
    outcome: "refused",
    more: 0,
    rows: [
      { line: 3, column: "text", reason: "no_text", value: "" },
      { line: 4, column: "category", reason: "no_category", value: "two\nlines" },
      { line: 6, column: "category", reason: "unknown_category", value: "nonsense" },
      { line: 7, column: "text", reason: "text_too_long", value: "x".repeat(100) },
      { line: 8, column: "category", reason: "unknown_category", value: "loans" },
    ],
  });
  const faultOf = async (csv: string) => (await send(csv)).body;
  expect(await faultOf("")).toMatchObject({
    rows: [{ line: 1, reason: "missing_column", value: "text" }, { value: "category" }],
  });
  expect(await faultOf("text/category\na/b")).toMatchObject({
    rows: [{ reason: "missing_column" }, { reason: "missing_column" }],
  });
  expect(await faultOf('text,category\nRight,card\n"open,card')).toMatchObject({
    rows: [{ reason: "not_csv", line: 3 }],
  });
  expect(await faultOf(`text,category\n${"Word,none\n".repeat(150)}`)).toMatchObject({ more: 50 });
  const many = Array.from({ length: 100_001 }, (_, index) => `w${index},card\n`).join("");
  expect(await faultOf(`text,category\n${many}`)).toMatchObject({ rows: [{ line: 100_002, reason: "too_many_rows" }] });
  expect(await contentsOf(deps)).toEqual(before);
});

test("files are read as spreadsheets write them", async () => {
  const files: [name: string, csv: string | Buffer][] = [
    ["Excel, semicolons named", "sep=;\r\ntext;category\r\nFile one, really;card\r\n"],
    ["Excel, a title with a comma", "text;category;notes, internal\r\nFile two;card;a, b\r\n"],
    ["Excel, Windows-1252", Buffer.from("text;category\r\nFile three Türklingel;card\r\n", "latin1")],
    ["Excel, Unicode text", Buffer.from("\ufefftext\tcategory\r\nFile four Türklingel\tcard\r\n", "utf16le")],
    ["Excel, old Mac", "text;category\rFile five;card\r"],
    ["Numbers, rows below", "text,category,\nFile six,card,\n,,,\n,,\n"],
    ["Numbers, the table's name above", "Table 1\n\nnotes;text;category\n;File eleven;card\n"],
    ["LibreOffice, all quoted", '"text","category"\n"File ""seven"", 1,5","card"\n'],
    ["titles below empty rows", ",,\n\n;;\nnotes,text,category\n1,File eight,card\n".replace(";;\n", "")],
    ["ends of line mixed", "text,category\r\nFile nine,card\nFile ten,card\r"],
  ];
  for (const [name, csv] of files) {
    const body = typeof csv === "string" ? csv : new Uint8Array(csv);
    expect((await send(body)).body, name).toMatchObject({ outcome: "imported", known: 0 });
  }
  const texts = (await stored()).map(({ text }) => text).filter((text) => text.startsWith("File "));
  expect(texts.sort()).toEqual([
    'File "seven", 1,5',
    "File eight",
    "File eleven",
    "File five",
    "File four Türklingel",
    "File nine",
    "File one, really",
    "File six",
    "File ten",
    "File three Türklingel",
    "File two",
  ]);
});

test("an unreadable file is refused with the true reason, its line and its column", async () => {
  const before = await contentsOf(deps);
  const faultOf = async (csv: string | Buffer) => {
    const answer = await send(typeof csv === "string" ? csv : new Uint8Array(csv));
    return [answer.status, answer.body];
  };
  const refusedFor = (...rows: object[]) => [422, { outcome: "refused", rows, more: 0 }];
  expect(await faultOf("text,category\nTürklingel,card\nT\ufffdrklingel,card\n")).toEqual(
    refusedFor({ line: 3, column: "text", reason: "lost_signs", value: "T\ufffdrklingel" }),
  );
  expect(await faultOf("text,category\na\0b,card\n")).toEqual(
    refusedFor({ line: 2, column: "text", reason: "lost_signs", value: "a\0b" }),
  );
  expect(await faultOf('sep=;\r\ntext;category\r\n\r\n"two\r\nlines";card\r\nword;none\r\n')).toEqual(
    refusedFor({ line: 6, column: "category", reason: "unknown_category", value: "none" }),
  );
  expect(await faultOf("text,category\r\u200b,card\r\rword,none\r")).toEqual(
    refusedFor(
      { line: 2, column: "text", reason: "no_text", value: "\u200b" },
      { line: 4, column: "category", reason: "unknown_category", value: "none" },
    ),
  );
  const japanese = Buffer.from(
    "746578742c63617465676f72790a93648b8582aa935f82a982c882a281428ee682e891d682a682bd82cc82c982dc82be88c382a282dc82dc82c582b72c636172640a",
    "hex",
  );
  expect(await faultOf(japanese)).toMatchObject([422, { rows: [{ line: 2, column: "1", reason: "unread_encoding" }] }]);
  expect(await contentsOf(deps)).toEqual(before);
});

test("a file of more than 16 MB is refused, whether or not its headers announce the length", async () => {
  const before = await contentsOf(deps);
  const size = 16 * 1_024 * 1_024 + 1;
  expect((await send(new Uint8Array(size))).status).toBe(413);
  const part = new TextEncoder().encode("Word word word,card\n".repeat(50_000));
  async function* parts() {
    yield new TextEncoder().encode("text,category\n");
    for (let sent = 0; sent < size; sent += part.length) {
      await new Promise(setImmediate);
      yield part;
    }
  }
  const unsaid = fetch(`${server.url}/api/classifier/examples`, {
    method: "POST",
    headers: { "content-type": "text/csv", ...administrator },
    body: Readable.toWeb(Readable.from(parts())),
    duplex: "half",
  } as RequestInit);
  // A sender who goes on sending may be cut off before reading the answer.
  const status = unsaid.then(
    (answer) => answer.status,
    () => 413,
  );
  expect(await status).toBe(413);
  expect(await contentsOf(deps)).toEqual(before);
});

test("only administrators, and only our own pages, may import and export", async () => {
  const before = await contentsOf(deps);
  const csv = "text,category\nWord,card\n";
  expect((await send(csv, {})).status).toBe(401);
  for (const rep of ["rep", "supervisor", "specialist"] as const) {
    const cookie = await sessionCookie(stage.reps[rep].sessionId);
    expect([(await send(csv, { cookie })).body, (await ask({ cookie })).body]).toEqual([
      { code: "not_allowed" },
      { code: "not_allowed" },
    ]);
  }
  expect((await ask({})).status).toBe(401);
  expect((await send(csv, { ...administrator, origin: "https://evil.example" })).body).toEqual({
    code: "wrong_origin",
  });
  expect((await send(csv, { ...administrator, "sec-fetch-site": "cross-site" })).body).toEqual({
    code: "wrong_origin",
  });
  expect((await send(csv, { ...administrator, "content-type": "text/plain" })).status).toBe(415);
  for (const path of ["examples/", "examples.csv", "examplesx"]) {
    const method = "POST";
    const answer = await answered(
      fetch(`${server.url}/api/classifier/${path}`, { method, headers: administrator, body: csv }),
    );
    expect(answer.status, path).toBe(405);
  }
  expect(await contentsOf(deps)).toEqual(before);
});

test("an export can be imported again, and no spreadsheet runs any of it", async () => {
  const texts = [
    "=HYPERLINK(1)",
    "+49 30 1234 is my number",
    "'-1 is less",
    "@all, my card",
    "＝1",
    'He said "no"',
    "'tis late",
    "one\ntwo",
  ];
  const csv = texts
    .map((text) => `"${(/^'*[=+@＝-]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}",card`)
    .join("\n");
  expect((await send(`text,category\n${csv}\n`)).body).toMatchObject({ outcome: "imported", added: texts.length });
  const out = await ask();
  expect(out.status).toBe(200);
  expect(out.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(out.headers.get("content-disposition")).toContain("attachment");
  for (const line of out.text.split("\r\n").slice(1)) expect(line).not.toMatch(/^"?[=+\-@＝]/);
  expect(await stored()).toEqual(expect.arrayContaining(texts.map((text) => expect.objectContaining({ text }))));
  expect((await send(out.text)).body).toMatchObject({ outcome: "imported", added: 0 });
});

test("an export leaves out texts of requests that the administrator does not see", async () => {
  const { ids } = await aScene(stage, deps);
  const cookie = { cookie: await sessionCookie(stage.reps.administrator.sessionId) };
  const example = await deps.db
    .selectFrom("classifier_example")
    .selectAll()
    .where("sequence_id", "=", ids.sequenceId)
    .executeTakeFirstOrThrow();
  await deps.db
    .updateTable("classifier_example")
    .set({ text: "Kookaburra" })
    .where("number", "=", example.number)
    .execute();
  expect((await ask(cookie)).text).not.toContain("Kookaburra");
  await deps.db.updateTable("organization").set({ member_view: "everything" }).where("id", "=", stage.id).execute();
  expect((await ask(cookie)).text).toContain("Kookaburra");
  const looks = await deps.db
    .selectFrom("audit_entry")
    .select(["verb", "object_id"])
    .where("actor_id", "=", stage.reps.administrator.id)
    .where("object_id", "=", ids.sequenceId)
    .execute();
  expect(looks).toEqual([{ verb: "privileged_look", object_id: ids.sequenceId }]);
});
