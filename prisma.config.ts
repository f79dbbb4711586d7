import { defineConfig } from "prisma/config";

// Generating types needs no database, so that a missing DATABASE_URL is no error here.
export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.DATABASE_URL ?? "" },
});
