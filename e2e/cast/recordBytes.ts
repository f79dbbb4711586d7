import type { CDPSession, Page } from "@playwright/test";

/** Everything that one page of a browser received. */
export type Recording = {
  /** Bodies, headers and stream frames as they came, joined. */
  text(): string;
  /** The frames of its live stream, in the order of arrival. */
  frames(): readonly StreamFrame[];
};

export type StreamFrame = { id: string; event: string; data: string };

const LIVE = /\/api\/(customer\/)?live\?/;

/**
 * Records every byte that a page receives from now on, its frames' included: headers as they were on the wire, bodies
 * at their end, and what streams bring while they bring it. Listens beneath the page, so the page cannot notice.
 */
export async function recordBytes(page: Page): Promise<Recording> {
  const cdp = await page.context().newCDPSession(page);
  const parts: string[] = [];
  const streams = new Map<string, string>();
  const urls = new Map<string, string>();
  const take = (requestId: string, base64: string) => {
    const text = Buffer.from(base64, "base64").toString("utf8");
    if (LIVE.test(urls.get(requestId) ?? "")) streams.set(requestId, (streams.get(requestId) ?? "") + text);
    else parts.push(text);
  };
  cdp.on("Network.responseReceived", ({ requestId, response }) => {
    urls.set(requestId, response.url);
    parts.push(JSON.stringify(response.headers));
    void follow(cdp, requestId, take);
  });
  cdp.on("Network.responseReceivedExtraInfo", ({ headers }) => parts.push(JSON.stringify(headers)));
  cdp.on("Network.dataReceived", ({ requestId, data }) => (data ? take(requestId, data) : undefined));
  await cdp.send("Network.enable");
  return {
    text: () => [...parts, ...streams.values()].join("\n"),
    frames: () => [...streams.values()].flatMap(framesIn),
  };
}

/** What came before the following began is handed over as well. */
async function follow(cdp: CDPSession, requestId: string, take: (requestId: string, base64: string) => void) {
  const answer = await cdp.send("Network.streamResourceContent", { requestId }).catch(() => null);
  if (answer) return take(requestId, answer.bufferedData);
  // It had ended already: its body is kept whole.
  const body = await cdp.send("Network.getResponseBody", { requestId }).catch(() => null);
  if (body) take(requestId, body.base64Encoded ? body.body : Buffer.from(body.body, "utf8").toString("base64"));
}

function framesIn(stream: string): StreamFrame[] {
  return stream.split("\n\n").flatMap((block) => {
    const fieldOf = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(block)?.[1] ?? "";
    return fieldOf("event") === "" ? [] : [{ id: fieldOf("id"), event: fieldOf("event"), data: fieldOf("data") }];
  });
}
