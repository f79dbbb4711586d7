import { ensureTypes } from "../../bundle/buildAll";
import { buildWidget } from "../../bundle/buildWidget";
import { migrateDatabase } from "../../database/migrateDatabase";

// Run by `npm run dev` before each restart of the server. It is a process of its own, since the code that compiles the
// writer imports sources that may have changed.
await ensureTypes();
await migrateDatabase(process.env.DATABASE_URL ?? "");
await buildWidget();
