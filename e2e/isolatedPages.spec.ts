import { DEMO_URL } from "./cast/addresses";
import { expect, test } from "./fixtures";

const { CHROMIUM_PATH } = process.env;

// Chromium takes a page whose headers a story changes for a public one, which may not call a desk on this machine.
test.use({
  launchOptions: {
    args: ["--no-sandbox", "--disable-features=LocalNetworkAccessChecks"],
    ...(CHROMIUM_PATH && { executablePath: CHROMIUM_PATH }),
  },
});

for (const policy of ["require-corp", "credentialless"]) {
  test(`a page that isolates itself embeds the chat: ${policy}`, async ({ cast, unique }) => {
    const { widget, page } = await cast.customer();
    await page.route(`${DEMO_URL}/**`, async (route) => {
      const response = await route.fetch();
      const isolating = { "cross-origin-embedder-policy": policy, "cross-origin-opener-policy": "same-origin" };
      await route.fulfill({ response, headers: { ...response.headers(), ...isolating } });
    });
    await widget.visit();
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    await widget.openChat();
    await widget.say(`Isolated ${unique}`);
    await expect(widget.line(`Isolated ${unique}`)).toContainText("Sent");
  });
}
