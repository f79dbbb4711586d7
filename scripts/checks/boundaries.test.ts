import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

type SourceFile = readonly [path: string, text: string];

/** For each rule, files that break it, with their imports. The report has to name the rule for the first file. */
const VIOLATIONS: readonly (readonly [rule: string, broken: SourceFile, ...others: SourceFile[]])[] = [
  ["domain-stands-alone", ["src/domain/routing/usesPg.ts", `import "pg";`]],
  ["domain-stands-alone", ["src/domain/routing/usesServerType.ts", `import type { Row } from "@/server/db/rows";`]],
  ["domain-does-no-io", ["src/domain/routing/readsFile.ts", `import { readFileSync } from "node:fs";`]],
  ["routers-know-no-database", ["src/server/trpc/routers/asksDatabase.ts", `import { rows } from "@/server/db/rows";`]],
  ["routers-know-no-database", ["src/server/trpc/routers/writesSql.ts", `import { sql } from "kysely";`]],
  ["routes-know-no-database", ["src/server/http/routes/writesSql.ts", `import { sql } from "kysely";`]],
  ["inputs-stand-in-the-contract", ["src/server/trpc/routers/takesAnything.ts", `import { z } from "zod";`]],
  ["inputs-stand-in-the-contract", ["src/server/http/routes/readsAddress.ts", `import { z } from "zod";`]],
  ["features-use-server-types-only", ["src/features/queue/callsServer.ts", `import { rows } from "@/server/db/rows";`]],
  [
    "features-keep-to-themselves",
    ["src/features/setup/visitsBoard.ts", `import { tiles } from "@/features/board/tiles";`],
  ],
  [
    "the-desk-is-one-chain",
    ["src/features/backchannel/reachesUp.ts", `import { tiles } from "@/features/board/tiles";`],
  ],
  ["contract-is-for-both-sides", ["src/contract/views/asks.ts", `import type { Row } from "@/server/db/rows";`]],
  [
    "requests-know-no-backchannel",
    ["src/features/request/reachesUp.ts", `import { asked } from "@/features/backchannel/asked";`],
    ["src/features/backchannel/asked.ts", `import "react";`],
  ],
  ["client-knows-no-feature", ["src/client/knowsFeature.ts", `import { tiles } from "@/features/board/tiles";`]],
  ["ui-holds-no-data", ["src/ui/knowsFeature.ts", `import { tiles } from "@/features/board/tiles";`]],
  ["widget-is-apart", ["src/widget/app/usesUi.ts", `import { button } from "@/ui/button";`]],
  ["widget-takes-types-only", ["src/widget/app/shipsDomain.ts", `import { rule } from "@/domain/rule";`]],
  [
    "widget-takes-types-only",
    ["src/widget/app/shipsSchema.ts", `import { input } from "@/contract/inputs/note";`],
    ["src/contract/inputs/note.ts", `import { z } from "zod";`],
  ],
  ["limits-are-constants", ["src/contract/inputs/limits.ts", `import { z } from "zod";`]],
  [
    "prisma-is-for-records",
    [
      "src/server/conversation/load/readsByPrisma.ts",
      `import type { PrismaClient } from "@/server/db/generated/client/client";`,
    ],
    ["src/server/db/generated/client/client.ts", `import "pg";`],
  ],
  [
    "prisma-is-for-records",
    ["src/server/conversation/load/opensPrisma.ts", `import { PrismaPg } from "@prisma/adapter-pg";`],
  ],
  ["carriers-touch-no-database", ["src/server/carriers/email/stores.ts", `import { rows } from "@/server/db/rows";`]],
  ["jobs-enter-by-commands", ["src/server/jobs/callsProcedure.ts", `import { router } from "@/server/trpc/router";`]],
  ["queries-change-nothing", ["src/server/request/load/writes.ts", `import { write } from "../commands/write";`]],
  ["changes-are-decided-only", ["src/server/request/changes/commits.ts", `import { write } from "../commands/write";`]],
  ["floor-of-db", ["src/server/db/climbs.ts", `import { write } from "@/server/request/commands/write";`]],
  ["floor-of-writer", ["src/server/writer/climbs.ts", `import { write } from "@/server/request/commands/write";`]],
  ["floor-of-pov", ["src/server/pov/climbs.ts", `import { write } from "@/server/request/commands/write";`]],
  [
    "floor-of-availability",
    ["src/server/availability/climbs.ts", `import { pass } from "@/server/auth/pass";`],
    ["src/server/auth/pass.ts", `import "kysely";`],
  ],
  ["floor-of-auth", ["src/server/auth/climbs.ts", `import { write } from "@/server/request/commands/write";`]],
  [
    "floor-of-concepts",
    ["src/server/request/commands/seesProcedure.ts", `import { router } from "@/server/trpc/router";`],
  ],
  ["floor-of-live-and-jobs", ["src/server/live/seesProcedure.ts", `import { router } from "@/server/trpc/router";`]],
  [
    "floor-of-trpc",
    ["src/server/trpc/climbs.ts", `import { serve } from "@/server/http/serve";`],
    ["src/server/http/serve.ts", `import "pino";`],
  ],
  ["server-knows-no-screen", ["src/server/http/rendersButton.ts", `import { button } from "@/ui/button";`]],
  ["app-is-wiring", ["src/app/queue/page.ts", `import { write } from "@/server/request/commands/write";`]],
  ["nothing-imports-app", ["src/features/queue/borrowsRoute.ts", `import { route } from "@/app/route";`]],
  ["testing-is-for-tests", ["src/server/request/commands/builds.ts", `import { builder } from "@/testing/builder";`]],
  ["product-knows-no-workshop", ["src/server/http/launches.ts", `import { launch } from "../../../scripts/launch";`]],
  ["product-needs-no-development-package", ["src/server/http/guesses.ts", `import "fast-check";`]],
  [
    "no-cycles",
    ["src/server/live/egg.ts", `import { hen } from "./hen";`],
    ["src/server/live/hen.ts", `import { egg } from "./egg";`],
  ],
  [
    "no-cycles",
    ["src/server/live/sense.ts", `import type { Word } from "./word";`],
    ["src/server/live/word.ts", `import type { Sense } from "./sense";`],
  ],
  ["no-orphans", ["src/server/live/forgotten.ts", ""]],
  ["imports-exist", ["src/server/live/dreams.ts", `import { nothing } from "@/server/nowhere";`]],
];

/** Files that the violations import, and imports that every rule allows. */
const SOUND_FILES = {
  "src/server/db/rows.ts": `import type { Rule } from "@/domain/rule"; import "kysely";`,
  "src/domain/rule.ts": `import { z } from "zod";`,
  "src/domain/rule.test.ts": `import fc from "fast-check"; import { builder } from "@/testing/builder"; import "./rule";`,
  "src/features/board/tiles.ts": `import type { Row } from "@/server/db/rows"; import { wire } from "@/client/wire";`,
  "src/client/wire.ts": `import type { Router } from "@/server/trpc/appRouter"; import { button } from "@/ui/button";`,
  "src/ui/button.ts": `import "react";`,
  "src/server/trpc/router.ts": `import { write } from "@/server/request/commands/write";`,
  "src/server/trpc/appRouter.ts": `import { router } from "./router";`,
  "src/server/request/commands/write.ts": `import { rows } from "@/server/db/rows"; import { rule } from "@/domain/rule";`,
  "src/contract/views.ts": `import type { Rule } from "@/domain/rule";`,
  "src/app/route.ts": `import { tiles } from "@/features/board/tiles";`,
  "src/testing/builder.ts": `import { rows } from "@/server/db/rows";`,
  "src/widget/app/chat.ts": `import type { Rule } from "@/domain/rule"; import type { Router } from "@/server/trpc/router";`,
  "src/widget/app/draws.ts": `import { chat } from "./chat"; import { MAX } from "@/contract/inputs/limits";`,
  "scripts/launch.ts": `import "react";`,
};

let folder: string;
let report: string;

// Inside the clone, so that packages are found, but where neither git nor the other checks look.
beforeAll(() => {
  mkdirSync(".cache", { recursive: true });
  folder = mkdtempSync(join(".cache", "boundaries-"));
  cpSync("tsconfig.json", join(folder, "tsconfig.json"));
  for (const [path, text] of Object.entries(SOUND_FILES)) writeSource(path, text);
  for (const [, ...files] of VIOLATIONS) for (const [path, text] of files) writeSource(path, text);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ devDependencies: { "fast-check": "*" } }));
  report = spawnSync(process.execPath, ["scripts/checks/boundaries.mjs", folder], { encoding: "utf8" }).stdout;
});

afterAll(() => rmSync(folder, { recursive: true }));

test.each(VIOLATIONS.map(([rule, [path]]) => ({ rule, path })))("$rule is named for $path", ({ rule, path }) => {
  expect(brokenFiles(rule)).toContain(path);
});

test("imports that point the right way break no rule", () => {
  expect(Object.keys(SOUND_FILES).filter((path) => report.includes(`\n  ${path}`))).toEqual([]);
});

function writeSource(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** Finds the files of a rule: the report indents them below the rule's name. */
function brokenFiles(rule: string): string[] {
  const section = new RegExp(`^${rule}: .*\n((?:  .*\n)*)`, "m").exec(report)?.[1] ?? "";
  return section.split("\n").map((line) => line.trim().split(" → ")[0] ?? "");
}
