import type { CDPSession, Page } from "@playwright/test";

/** Everything that one page of a browser received. */
export type Recording = {
  /** Bodies, headers and stream frames as they came, joined. */
  text(): string;
  /** The frames of its live stream, in the order of arrival. */
  frames(): readonly StreamFrame[];
  /** Its calls with their answers, in the order of asking. The stream is one of them. */
  answers(): readonly Answer[];
  /** Whether every call except the stream has been answered completely. */
  isQuiet(): boolean;
};

export type StreamFrame = { id: string; event: string; data: string };
export type Answer = {
  method: string;
  url: string;
  /** 0 until the answer begins. */
  status: number;
  headers: Record<string, string>;
  body: string;
};

const LIVE = /\/api\/(customer\/)?live\?/;

/** One call and the part of its answer that has arrived so far. */
type Asked = Omit<Answer, "body"> & { parts: Buffer[]; isLoaded: boolean; isTaken: boolean };

/**
 * Records every byte that a page and its frames receive from now on: headers as they were on the wire, whole bodies,
 * and streams as they arrive. It listens in the browser's protocol, so the page cannot notice.
 */
export async function recordBytes(page: Page): Promise<Recording> {
  const cdp = await page.context().newCDPSession(page);
  const asked = new Map<string, Asked>();
  const wire: string[] = [];
  cdp.on("Network.requestWillBeSent", ({ requestId, request: { method, url } }) =>
    asked.set(requestId, { method, url, status: 0, headers: {}, parts: [], isLoaded: false, isTaken: false }),
  );
  cdp.on("Network.responseReceivedExtraInfo", ({ headers }) => wire.push(JSON.stringify(headers)));
  cdp.on("Network.responseReceived", ({ requestId, response: { status, headers } }) => {
    const known = asked.get(requestId);
    if (!known) return;
    Object.assign(known, { status, headers });
    void takeBody(cdp, requestId, known);
  });
  cdp.on("Network.dataReceived", ({ requestId, data }) => {
    if (data) asked.get(requestId)?.parts.push(Buffer.from(data, "base64"));
  });
  const end = ({ requestId }: { requestId: string }) => Object.assign(asked.get(requestId) ?? {}, { isLoaded: true });
  cdp.on("Network.loadingFinished", end);
  cdp.on("Network.loadingFailed", (failed) => {
    end(failed);
    Object.assign(asked.get(failed.requestId) ?? {}, { isTaken: true });
  });
  await cdp.send("Network.enable");
  const answers = () => [...asked.values()].map(({ parts, ...each }) => ({ ...each, body: textOf(parts) }));
  return {
    text: () => [...wire, ...answers().flatMap(({ headers, body }) => [JSON.stringify(headers), body])].join("\n"),
    frames: () => answers().flatMap(({ url, body }) => (LIVE.test(url) ? framesIn(body) : [])),
    answers,
    isQuiet: () => [...asked.values()].every((each) => each.isTaken && (each.isLoaded || LIVE.test(each.url))),
  };
}

const textOf = (parts: readonly Buffer[]) => Buffer.concat(parts).toString("utf8");

/** Takes the part of a body that arrived before the recording of its chunks began. */
async function takeBody(cdp: CDPSession, requestId: string, into: Asked): Promise<void> {
  const answer = await cdp.send("Network.streamResourceContent", { requestId }).catch(() => null);
  if (answer) into.parts.unshift(Buffer.from(answer.bufferedData, "base64"));
  else {
    // It has ended already, and the browser keeps its whole body.
    const whole = await cdp.send("Network.getResponseBody", { requestId }).catch(() => null);
    if (whole) into.parts = [Buffer.from(whole.body, whole.base64Encoded ? "base64" : "utf8")];
  }
  into.isTaken = true;
}

function framesIn(stream: string): StreamFrame[] {
  return stream.split("\n\n").flatMap((block) => {
    const fieldOf = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(block)?.[1] ?? "";
    return fieldOf("event") === "" ? [] : [{ id: fieldOf("id"), event: fieldOf("event"), data: fieldOf("data") }];
  });
}
