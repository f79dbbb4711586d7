// Who may import whom: app → features → server (types only) → domain (docs/architecture.md).
// Run by `npm run boundaries`; a test (scripts/checks/boundaries.test.ts) breaks each rule and sees it named.

const TEST = "[.]test[.]tsx?$";

/** A rule for all files of a folder but their tests, which may reach further. */
function rule(name, comment, from, to) {
  return { name, severity: "error", comment, from: { pathNot: TEST, ...from }, to };
}

const forbidden = [
  rule(
    "domain-stands-alone",
    "The domain is the rules of the product alone: it imports only itself, zod, temporal-polyfill and linkify-it, so that it can be read, tested and simulated without anything else.",
    { path: "^src/domain/" },
    { pathNot: ["^src/domain/", "node_modules/(zod|temporal-polyfill|linkify-it)/"], dependencyTypesNot: ["core"] },
  ),
  rule(
    "domain-does-no-io",
    "The domain touches no file, socket or process: what it needs to know comes as an argument.",
    { path: "^src/domain/" },
    { dependencyTypes: ["core"] },
  ),
  rule(
    "routers-know-no-database",
    "A router validates, calls one command or query and returns: who may see what is decided there, not beside it.",
    { path: "^src/server/trpc/routers/" },
    { path: ["^src/server/db/", "node_modules/(kysely|pg|graphile-worker)/"] },
  ),
  rule(
    "features-use-server-types-only",
    "Features run in the browser: of the server they import types, by `import type`, and never code.",
    { path: "^src/features/" },
    { path: "^src/server/", dependencyTypesNot: ["type-only"] },
  ),
  rule(
    "features-keep-to-themselves",
    "A feature does not reach into another one; what two share lies in features/live, features/shell, ui or the domain.",
    { path: "^src/features/([^/]+)/", pathNot: "^src/features/(queue|backchannel)/" },
    { path: "^src/features/", pathNot: "^src/features/($1|live|shell)/" },
  ),
  rule(
    "the-desk-is-one-chain",
    "A queue opens a request, a request holds backchannels, both are made of conversations: each may reach down this chain, none up it or out of it.",
    { path: "^src/features/(queue|backchannel)/" },
    { path: "^src/features/", pathNot: "^src/features/($1|live|shell|conversation|backchannel)/" },
  ),
  rule(
    "ui-holds-no-data",
    "The primitives of ui/ show what they are given: they know no feature, no server and no rule, but how texts and days are read (domain/text, domain/time).",
    { path: "^src/ui/" },
    { path: "^src/(features|server|domain|app|widget|demo)/", pathNot: "^src/domain/(text|time)/" },
  ),
  rule(
    "widget-is-apart",
    "The widget is a small bundle on other people's pages: it imports itself, how keys are read and translation is survived (ui/keys, ui/translation), how texts and days are read (domain/text, domain/time), and types of the domain and of server/trpc.",
    { path: "^src/widget/" },
    { path: "^src/", pathNot: "^src/(widget|domain|server/trpc|ui/(keys|translation))/" },
  ),
  rule(
    "widget-takes-types-only",
    "What the widget takes from the domain and the server are types, but for how texts, days and waits are read (domain/text, domain/time): code is shipped to every customer.",
    { path: "^src/widget/" },
    {
      path: "^src/(domain|server)/",
      pathNot: "^src/domain/(text/(linkedParts|graphemes|isVisible)|time/(dayNumber|toldWaitMs))[.]ts$",
      dependencyTypesNot: ["type-only"],
    },
  ),
  rule(
    "carriers-touch-no-database",
    "A carrier parses what comes in and delivers what goes out; an inbound message becomes a command, which writes.",
    { path: "^src/server/carriers/" },
    { path: ["^src/server/db/", "node_modules/(kysely|pg)/"] },
  ),
  rule(
    "jobs-enter-by-commands",
    "A job is a reminder to look: it decides and writes by commands and queries, like a click does, and knows no procedure or page.",
    { path: "^src/server/jobs/" },
    { path: "^src/(server/(trpc|http)|features|ui|app|widget)/" },
  ),
  rule(
    "queries-change-nothing",
    "Reading changes nothing: a query never calls a command.",
    { path: "^src/server/queries/" },
    { path: "^src/server/commands/" },
  ),
  rule(
    "commands-know-no-caller",
    "A command is the same for a click, a job and an inbound message: it knows neither procedures nor jobs nor pages.",
    { path: "^src/server/commands/" },
    { path: "^src/server/(trpc|jobs|http)/" },
  ),
  rule(
    "database-is-the-bottom",
    "server/db knows tables and transactions, and of our own code only the domain: all else stands on it.",
    { path: "^src/server/db/" },
    { path: "^src/server/(commands|queries|jobs|trpc|live|http|auth|carriers)/" },
  ),
  rule(
    "server-knows-no-screen",
    "The server imports no screen: texts and layout are made in the browser.",
    { path: "^src/server/" },
    { path: "^src/(features|ui|app|widget)/" },
  ),
  rule(
    "app-is-wiring",
    "A route puts features together; it reads and changes nothing itself.",
    { path: "^src/app/" },
    { path: ["^src/server/(db|commands)/", "node_modules/(kysely|pg|graphile-worker)/"] },
  ),
  rule(
    "nothing-imports-app",
    "Routes are the outermost layer: what others need of them belongs into a feature.",
    { path: "^(src|scripts|bench)/", pathNot: ["^src/app/", TEST] },
    { path: "^src/app/" },
  ),
  rule(
    "testing-is-for-tests",
    "Builders, the fake clock and test databases are for tests: no code that people run imports them.",
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
    "What src/ imports at run time is listed under dependencies, not devDependencies.",
    { path: "^src/", pathNot: ["^src/testing/", TEST] },
    { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
  ),
  {
    name: "no-cycles",
    severity: "error",
    comment: "Files that import each other in a circle, be it for a type alone, can only be understood all at once.",
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
