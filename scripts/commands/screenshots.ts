import { ForeseenFailure } from "../launch/foreseenFailure";
import { runNodeTool } from "../launch/runNodeTool";
import { ensureChromium } from "../test/ensureChromium";
import { stopTestPostgresIfIdle } from "../test/testPostgres";
import { withBuiltServer } from "../test/withBuiltServer";

/** `npm run screenshots`: takes the README's pictures from a fresh demo, by the stories named in e2e/screenshots. */
export default async function screenshots(): Promise<number> {
  const chromiumPath = await ensureChromium();
  const exitCode = await withBuiltServer(async ({ baseUrl, demoUrl, databaseUrl }) => {
    const result = await runNodeTool("@playwright/test", ["test", "--project", "screenshots"], {
      environment: {
        PARLEY_SCREENSHOTS: "1",
        CHROMIUM_PATH: chromiumPath,
        BASE_URL: baseUrl,
        DEMO_URL: demoUrl,
        DATABASE_URL: databaseUrl,
      },
      onOutput: (text) => process.stdout.write(text),
    });
    return result.exitCode;
  });
  await stopTestPostgresIfIdle();
  if (exitCode !== 0) throw new ForeseenFailure("The screenshots could not be taken; the reason stands above.");
  return 0;
}
