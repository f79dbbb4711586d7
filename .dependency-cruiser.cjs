// Who may import whom (docs/architecture.md, "The house"). In the browser: app → features → client → contract → domain.
// On the server: http → trpc → jobs, live → concepts → auth → availability → pov → writer → db → contract → domain.
// `npm run boundaries` checks this. A test (scripts/checks/boundaries.test.ts) breaks each rule and sees it named.

const TEST = "[.]test[.]tsx?$";

/** The server's rooms that are concepts. Each has what it needs of commands, queries, changes and load. */
const CONCEPTS = "backchannel|board|classifier|conversation|csv|customer|organization|request|routing|settings";
/** Floors of the server, from the bottom. A floor imports those below it. */
const FLOORS = ["db", "writer", "pov", "availability", "auth", CONCEPTS, "live|jobs", "trpc", "http"];

/** Makes a rule for all files of a folder except tests, which may reach further. */
function rule(name, comment, from, to) {
  return { name, severity: "error", comment, from: { pathNot: TEST, ...from }, to };
}

const forbidden = [
  rule(
    "domain-stands-alone",
    "The domain holds the rules of the product. It imports only itself, zod, temporal-polyfill and linkify-it, so that it can be read, tested and simulated alone.",
    { path: "^src/domain/" },
    { pathNot: ["^src/domain/", "node_modules/(zod|temporal-polyfill|linkify-it)/"], dependencyTypesNot: ["core"] },
  ),
  rule(
    "domain-does-no-io",
    "The domain touches no file, socket or process. Everything it needs to know comes as an argument.",
    { path: "^src/domain/" },
    { dependencyTypes: ["core"] },
  ),
  rule(
    "contract-is-for-both-sides",
    "Browser and server agree on the contract. It imports only itself and the domain, so that both sides can use all of it.",
    { path: "^src/contract/" },
    { path: "^src/", pathNot: "^src/(contract|domain)/" },
  ),
  rule(
    "limits-are-constants",
    "The limits of inputs import nothing. The widget counts by them and must not load a schema for that.",
    { path: "^src/contract/inputs/limits[.]ts$" },
    { path: "" },
  ),
  rule(
    "routers-know-no-database",
    "A router validates, calls one command or query, and returns. The command or query decides who may see what.",
    { path: "^src/server/trpc/routers/" },
    { path: ["^src/server/db/", "node_modules/(kysely|pg|graphile-worker)/"] },
  ),
  rule(
    "routes-know-no-database",
    "A route passes a request to a query or command and returns the answer. It reads no table itself.",
    { path: "^src/server/http/" },
    { path: "node_modules/(kysely|pg)/" },
  ),
  rule(
    "inputs-stand-in-the-contract",
    "Routers and routes parse what comes in by the schemas of contract/inputs, which forms share: they make none of their own.",
    { path: "^src/server/(trpc/routers|http)/" },
    { path: "node_modules/zod/" },
  ),
  rule(
    "features-use-server-types-only",
    "Features run in the browser. From the server they import types only, by `import type`.",
    { path: "^src/features/" },
    { path: "^src/server/", dependencyTypesNot: ["type-only"] },
  ),
  rule(
    "features-keep-to-themselves",
    "A feature does not import another one. Code that two features share is in client, features/shell, ui or the domain.",
    { path: "^src/features/([^/]+)/", pathNot: "^src/features/(queue|backchannel|request)/" },
    { path: "^src/features/", pathNot: "^src/features/($1|shell)/" },
  ),
  rule(
    "the-desk-is-one-chain",
    "The desk's features import each other in one direction: queue → backchannel → request → routing, conversation. They import no other feature.",
    { path: "^src/features/(queue|backchannel|request)/" },
    { path: "^src/features/", pathNot: "^src/features/($1|shell|backchannel|request|routing|conversation)/" },
  ),
  rule(
    "requests-know-no-backchannel",
    "A request does not import up the desk's chain. The queue puts backchannels beside it.",
    { path: "^src/features/request/" },
    { path: "^src/features/backchannel/" },
  ),
  rule(
    "client-knows-no-feature",
    "Every feature asks, listens and words errors through the client. The client knows no feature, and only types of the server.",
    { path: "^src/client/" },
    { path: "^src/(features|app|widget|server)/", pathNot: "^src/server/trpc/appRouter" },
  ),
  rule(
    "ui-holds-no-data",
    "The primitives of ui/ show what they are given. They know no feature, no server and no rule, except how to read texts and days (domain/text, domain/time).",
    { path: "^src/ui/" },
    { path: "^src/(features|client|contract|server|domain|app|widget|demo)/", pathNot: "^src/domain/(text|time)/" },
  ),
  rule(
    "widget-is-apart",
    "The widget is a small bundle on other people's pages. It imports itself, the reading of keys (ui/keys), the protection from translation (ui/translation), the reading of texts and days (domain/text, domain/time), the limits of inputs (contract/inputs/limits), and types of the contract, the domain and server/trpc.",
    { path: "^src/widget/" },
    { path: "^src/", pathNot: "^src/(widget|contract|domain|server/trpc|ui/(keys|translation))/" },
  ),
  rule(
    "widget-takes-types-only",
    "From the contract, the domain and the server the widget imports types only, because its code is shipped to every customer. The exceptions are the limits of inputs, which are constants (contract/inputs/limits), and the reading of texts, days and waits (domain/text, domain/time).",
    { path: "^src/widget/" },
    {
      path: "^src/(contract|domain|server)/",
      pathNot:
        "^src/(contract/inputs/limits|domain/(text/(linkedParts|graphemes|isVisible)|time/(dayNumber|toldWaitMs)))[.]ts$",
      dependencyTypesNot: ["type-only"],
    },
  ),
  rule(
    "prisma-is-for-records",
    "Prisma's client knows no point of view. It stays within db/, and other code uses deps.prisma, which holds records and settings only.",
    { path: "^src/", pathNot: ["^src/server/db/", TEST] },
    {
      path: [
        "^src/server/db/generated/client/",
        "^src/server/db/openPrisma",
        "node_modules/@prisma/(client|adapter-pg)/",
      ],
    },
  ),
  rule(
    "carriers-touch-no-database",
    "A carrier parses what comes in and delivers what goes out. An inbound message becomes a command, and the command writes.",
    { path: "^src/server/carriers/" },
    { path: ["^src/server/db/", "node_modules/(kysely|pg)/"] },
  ),
  rule(
    "jobs-enter-by-commands",
    "A job is a reminder to look. It decides and writes by commands and queries, as a click does, and knows no procedure or page.",
    { path: "^src/server/jobs/" },
    { path: "^src/(server/(trpc|http)|features|ui|app|widget)/" },
  ),
  rule(
    "queries-change-nothing",
    "Reading changes nothing. Queries and loads never call a command.",
    { path: "^src/server/(pov|[^/]+/(queries|load))/" },
    { path: "^src/server/[^/]+/(commands|split|fitting)/" },
  ),
  rule(
    "changes-are-decided-only",
    "Changes are made from what was loaded. They neither read nor commit, so that a command's one commit holds all of them.",
    { path: "^src/server/[^/]+/changes/" },
    {
      path: ["^src/server/[^/]+/(commands|queries|split)/", "^src/server/writer/commit", "node_modules/(kysely|pg)/"],
      dependencyTypesNot: ["type-only"],
    },
  ),
  ...FLOORS.slice(0, -1).map((floor, index) =>
    rule(
      `floor-of-${floor === CONCEPTS ? "concepts" : floor.replace("|", "-and-")}`,
      `The server's floors are, from the bottom: ${FLOORS.join(", ").replaceAll("|", " ")}. A floor imports those below it.`,
      { path: `^src/server/(${floor})/` },
      { path: `^src/server/(${FLOORS.slice(index + 1).join("|")})/` },
    ),
  ),
  rule(
    "server-knows-no-screen",
    "The server imports no screen. Texts and layout are made in the browser.",
    { path: "^src/server/" },
    { path: "^src/(features|ui|app|widget)/" },
  ),
  rule(
    "app-is-wiring",
    "A route combines features. It reads and changes nothing itself.",
    { path: "^src/app/" },
    { path: ["^src/server/(db|writer|[^/]+/commands)/", "node_modules/(kysely|pg|graphile-worker)/"] },
  ),
  rule(
    "nothing-imports-app",
    "Routes are the outermost layer. Code that others need belongs into a feature.",
    { path: "^(src|scripts|bench)/", pathNot: ["^src/app/", TEST] },
    { path: "^src/app/" },
  ),
  rule(
    "testing-is-for-tests",
    "Builders, the fake clock and test databases are for tests. No other code imports them.",
    { path: "^src/", pathNot: ["^src/testing/", TEST] },
    { path: "^src/testing/" },
  ),
  rule(
    "product-knows-no-workshop",
    "The product does not depend on how it is started, measured or tested.",
    { path: "^src/" },
    { path: "^(scripts|bench|e2e)/" },
  ),
  rule(
    "product-needs-no-development-package",
    "Packages that src/ imports at run time are listed under dependencies, not devDependencies.",
    { path: "^src/", pathNot: ["^src/testing/", TEST] },
    { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
  ),
  {
    name: "no-cycles",
    severity: "error",
    comment: "Files that import each other in a circle, even for a type alone, can only be understood all at once.",
    from: {},
    to: { circular: true },
  },
  {
    name: "no-orphans",
    severity: "error",
    comment: "A file that nothing imports and that imports nothing is an entry or is dead.",
    from: {
      orphan: true,
      path: "^src/",
      pathNot: [TEST, "[.]d[.]ts$", "^src/app/", "^src/(server/(main|worker)|demo/seed|proxy|instrumentation)[.]ts$"],
    },
    to: {},
  },
  {
    name: "imports-exist",
    severity: "error",
    comment: "Every import leads to a file or to a package that package.json lists.",
    from: {},
    to: { couldNotResolve: true },
  },
];

module.exports = { forbidden };
