import { expect, test } from "vitest";
import type { CustomerConversation } from "@/contract/views/customerViews";
import { messagesOf, type Outgoing } from "../conversation/conversationState";
import type { Desk, Identity } from "../desk/desk";
import { Refusal } from "../desk/refusal";
import { Chat } from "./chat";
import type { ChatFollower, ChatSurroundings } from "./chatSurroundings";

/** An in-memory desk with one customer, whose browser may drop cookies, and with failures on demand. */
function playedDesk(options: { dropsCookies?: boolean; isKnown?: boolean } = {}) {
  const calls: string[] = [];
  const posts: Parameters<Desk["post"]>[0][] = [];
  const failures: (string | Refusal)[] = [];
  const stored: Outgoing[] = [];
  const news: string[] = [];
  const waits: { delayMs: number; end: () => void }[] = [];
  const played = {
    calls,
    posts,
    failures,
    stored,
    news,
    waits,
    nowMs: 0,
    token: null as string | null,
    unended: null as Identity | null,
    keptToken: null as string | null,
    follower: null as ChatFollower | null,
    forgotten: [] as Identity[],
    /** The `isSure` of each check of the stream. */
    checks: [] as boolean[],
  };
  const isKnown = options.isKnown ?? false;
  let begun: string | null = null;
  let madeIds = 0;

  const isSignedIn = () => isKnown || (begun !== null && (!options.dropsCookies || played.token === begun));
  const call =
    <T>(name: string, answer: () => T) =>
    async () => {
      calls.push(name);
      const failure = failures.shift();
      if (failure) throw failure instanceof Refusal ? failure : new Refusal(failure);
      if (name !== "begin" && !isSignedIn()) throw new Refusal("not_signed_in");
      return answer();
    };
  const page = (): CustomerConversation => ({
    visit: `visit ${begun}`,
    organization: { name: "Shop", picture: null },
    messages: posts.map(({ clientId, body }, index) => ({
      id: `m${clientId}`,
      clientId,
      from: "you",
      alias: null,
      kind: "text",
      body,
      feedback: null,
      rating: null,
      sentAt: new Date(index),
      editedAt: null,
    })),
    hasEarlier: false,
    status: { code: "idle" },
    unreadCount: 0,
    offeredCategories: [{ id: "c-orders", name: "Orders" }],
    asksCategory: false,
    asOf: `list.${posts.length}`,
  });
  const desk: Desk = {
    begin: call("begin", () => {
      begun = "token";
      return { token: begun };
    }),
    conversation: call("conversation", page),
    post: (message) =>
      call("post", () => {
        if (!posts.some((each) => each.clientId === message.clientId)) posts.push(message);
        return { messageId: `m${message.clientId}` };
      })(),
    requests: call("requests", () => []),
    pickCategory: call("pickCategory", () => ({})),
    rate: call("rate", () => ({})),
    typing: call("typing", () => ({})),
    markRead: call("markRead", () => ({})),
    forget: (over) => {
      played.forgotten.push(over);
      return call("forget", () => ({}))();
    },
    live: () => Promise.reject(new Error("The stream is played by `follower`")),
  };
  const around: ChatSurroundings = {
    desk,
    storage: {
      token: () => null,
      keepToken: (token) => {
        played.keptToken = token;
      },
      dropToken: () => undefined,
      keepOutgoing: (outgoing) => {
        const at = stored.findIndex((each) => each.clientId === outgoing.clientId);
        stored.splice(at === -1 ? stored.length : at, 1, outgoing);
      },
      dropOutgoing: (clientId) =>
        void stored.splice(
          stored.findIndex((each) => each.clientId === clientId),
          1,
        ),
      allOutgoing: () => [...stored],
      draft: () => "",
      keepDraft: () => undefined,
      unended: () => played.unended,
      keepUnended: (identity) => {
        played.unended = identity;
      },
      forget: () => void stored.splice(0),
    },
    follow: (_from, follower) => {
      played.follower = follower;
      return { stop: () => undefined, check: (isSure) => void played.checks.push(isSure) };
    },
    setIdentity: (identity) => {
      played.token = identity.token;
    },
    visitKey: async () => "key",
    forgetVisitKey: async () => undefined,
    tellOver: () => undefined,
    nowMs: () => played.nowMs,
    newClientId: () => `c${++madeIds}`,
    wait: (delayMs) => new Promise((resolve) => waits.push({ delayMs, end: resolve })),
    onChange: () => undefined,
    onNews: ({ type }) => void news.push(type),
  };
  /** The desk ends the visit, as another tab asked it to. */
  const end = () => {
    begun = null;
  };
  return { calls, posts, failures, stored, news, waits, played, end, chat: new Chat(around) };
}

/** Resolves once all promises that can settle have settled. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

test("no visit begins before the first message; then one begins, and the message is sent", async () => {
  const { chat, calls, posts, news, played } = playedDesk();
  await chat.load();
  expect(chat.state.phase).toBe("new");
  expect(calls).not.toContain("begin");
  expect(chat.write("  Hello ", { id: "unsealed", name: "Orders" })).toBe(true);
  await settled();
  expect(calls.filter((name) => name === "begin")).toHaveLength(1);
  expect(posts).toMatchObject([{ body: "Hello", categoryId: "c-orders" }]);
  expect(news).toEqual(["conversationStarted"]);
  expect(played.keptToken).toBeNull();
});

test("if the browser drops the cookie, the token is sent in the header and kept", async () => {
  const { chat, posts, played } = playedDesk({ dropsCookies: true });
  await chat.load();
  chat.write("Hello", null);
  await settled();
  expect(posts).toHaveLength(1);
  expect(played).toMatchObject({ token: "token", keptToken: "token" });
});

test("a failed send is retried after 1, 2, 5, 15 and 30 seconds, then waits for the person, and stays stored", async () => {
  const { chat, failures, waits, posts, stored } = playedDesk({ isKnown: true });
  await chat.load();
  failures.push(...Array.from({ length: 6 }, () => "unreachable"));
  chat.write("Hello", null);
  for (let tries = 1; tries <= 5; tries += 1) {
    await settled();
    waits.at(-1)?.end();
  }
  await settled();
  expect(waits.map((wait) => wait.delayMs)).toEqual([1_000, 2_000, 5_000, 15_000, 30_000]);
  expect(chat.state.conversation.outgoing).toMatchObject([{ delivery: "not_sent", refusal: "unreachable" }]);
  expect(stored).toHaveLength(1);
  chat.retry("c1");
  await settled();
  expect(posts).toHaveLength(1);
  expect(stored).toEqual([]);
});

test("messages arrive in the order of writing, even if the first had to wait", async () => {
  const { chat, failures, posts } = playedDesk({ isKnown: true });
  await chat.load();
  failures.push("unreachable");
  chat.write("first", null);
  await settled();
  chat.write("second", null);
  await settled();
  expect(posts.map((each) => each.body)).toEqual(["first", "second"]);
});

test("a message that is refused for good does not delay the next one", async () => {
  const { chat, failures, posts } = playedDesk({ isKnown: true });
  await chat.load();
  failures.push("invalid_input");
  chat.write("bad", null);
  chat.write("good", null);
  await settled();
  expect(posts.map((each) => each.body)).toEqual(["good"]);
  expect(chat.state.conversation.outgoing).toMatchObject([
    { body: "bad", delivery: "not_sent", refusal: "invalid_input" },
    { delivery: "sent" },
  ]);
});

test("a message whose client id belongs to another message stays with its writer, and is sent as a new one", async () => {
  const { chat, failures, posts, stored } = playedDesk({ isKnown: true });
  await chat.load();
  failures.push("client_id_reused");
  chat.write("other words", null);
  await settled();
  expect(chat.state.conversation.outgoing).toMatchObject([{ body: "other words", refusal: "client_id_reused" }]);
  expect(stored).toHaveLength(1);
  const [refused] = chat.state.conversation.outgoing;
  chat.retry(refused?.clientId ?? "");
  await settled();
  expect(posts).toMatchObject([{ body: "other words" }]);
  expect(posts[0]?.clientId).not.toBe(refused?.clientId);
  expect(stored).toEqual([]);
});

test("a message that was refused for good is kept as refused, and no later page tries it again", async () => {
  const { chat, failures, posts, stored } = playedDesk({ isKnown: true });
  await chat.load();
  failures.push("invalid_input");
  chat.write("bad", null);
  await settled();
  expect(stored).toMatchObject([{ body: "bad", delivery: "not_sent", refusal: "invalid_input" }]);
  const later = playedDesk({ isKnown: true });
  later.stored.push(...stored);
  await later.chat.load();
  await settled();
  expect([posts, later.posts]).toEqual([[], []]);
  expect(later.chat.state.conversation.outgoing).toMatchObject([{ body: "bad", refusal: "invalid_input" }]);
});

test("a message that an earlier page left in the outbox is sent once when the chat is loaded", async () => {
  const { chat, posts, stored } = playedDesk({ isKnown: true });
  stored.push({
    clientId: "old",
    body: "left behind",
    category: null,
    writtenAtMs: 1,
    delivery: "sending",
    refusal: null,
  });
  await chat.load();
  await settled();
  expect(posts.map((each) => each.body)).toEqual(["left behind"]);
  expect(stored).toEqual([]);
});

test("a resync reads the page again, and the sent line and its echo become one", async () => {
  const { chat, played } = playedDesk({ isKnown: true });
  await chat.load();
  chat.write("Hello", null);
  await settled();
  played.follower?.onEvent({ type: "resync" }, null);
  await settled();
  expect(chat.state.conversation.outgoing).toEqual([]);
  expect(messagesOf(chat.state.conversation).map((each) => each.body)).toEqual(["Hello"]);
});

test("typing is told at most once in three seconds, and never before a conversation exists", async () => {
  const known = playedDesk({ isKnown: true });
  await known.chat.load();
  for (const nowMs of [0, 1_000, 2_999, 3_000, 4_000]) {
    known.played.nowMs = nowMs;
    known.chat.typing();
  }
  expect(known.calls.filter((name) => name === "typing")).toHaveLength(2);
  const unknown = playedDesk();
  await unknown.chat.load();
  unknown.chat.typing();
  expect(unknown.calls).not.toContain("typing");
});

test("an unreachable desk leaves a failure that can be retried", async () => {
  const { chat, failures } = playedDesk({ isKnown: true });
  failures.push("unreachable");
  await chat.load();
  expect(chat.state.phase).toBe("failed");
  await chat.load();
  expect(chat.state.phase).toBe("known");
});

test("forgetting a customer tells the desk, and shows nothing of what was in flight to the next customer", async () => {
  const { chat, calls, played, stored } = playedDesk({ isKnown: true });
  await chat.load();
  chat.write("Hello", null);
  await settled();
  const reading = chat.load();
  void chat.forget();
  await reading;
  await settled();
  expect(calls).toContain("forget");
  expect(chat.state.phase).toBe("new");
  expect(messagesOf(chat.state.conversation)).toEqual([]);
  expect(stored).toEqual([]);
  expect(played.token).toBeNull();
});

test("a sent message without an echo restarts the stream, and one with an echo does not", async () => {
  const { chat, played, waits, posts } = playedDesk({ isKnown: true });
  await chat.load();
  chat.write("Unheard", null);
  await settled();
  waits.at(-1)?.end();
  await settled();
  expect(played.checks).toEqual([true]);
  chat.write("Heard", null);
  await settled();
  const { clientId, body } = posts[1] ?? { clientId: "", body: "" };
  const message = {
    ...{ id: `m${clientId}`, clientId, body, from: "you" as const, alias: null, kind: "text" as const },
    ...{ feedback: null, rating: null, sentAt: new Date(1), editedAt: null },
  };
  played.follower?.onEvent({ type: "message", message }, "list.2");
  waits.at(-1)?.end();
  await settled();
  expect(played.checks).toEqual([true]);
});

test("looking at the chat again checks its stream", async () => {
  const { chat, played } = playedDesk({ isKnown: true });
  await chat.load();
  chat.resume();
  expect(played.checks).toEqual([false]);
});

test("asking something else begins another request with that message alone, even when it is sent again", async () => {
  const { chat, posts, failures, waits } = playedDesk();
  await chat.load();
  chat.write("Where is my camera?", null);
  await settled();
  failures.push("unreachable");
  chat.write("Where is my refund?", null, true);
  await settled();
  waits.at(-1)?.end();
  await settled();
  chat.write("It was 20 euros", null);
  await settled();
  expect(posts.map(({ body, isSomethingElse }) => [body, isSomethingElse])).toEqual([
    ["Where is my camera?", false],
    ["Where is my refund?", true],
    ["It was 20 euros", false],
  ]);
});

test("a visit that ends elsewhere empties the chat, and the next message begins another visit", async () => {
  const { chat, calls, posts, played, end } = playedDesk();
  await chat.load();
  chat.write("mine", null);
  await settled();
  expect(messagesOf(chat.state.conversation).map(({ body }) => body)).toEqual([]);
  played.follower?.onEvent({ type: "resync" }, null);
  await settled();
  expect(messagesOf(chat.state.conversation).map(({ body }) => body)).toEqual(["mine"]);

  end();
  played.follower?.onEvent({ type: "over" }, null);
  expect(chat.state).toMatchObject({ phase: "new", visit: 1 });
  expect(messagesOf(chat.state.conversation)).toEqual([]);
  posts.splice(0);
  chat.write("somebody else's", null);
  await settled();
  expect(calls.filter((name) => name === "begin")).toHaveLength(2);
  expect(posts.map(({ body }) => body)).toEqual(["somebody else's"]);
});

test("a message after an unnoticed end of the visit begins another visit, and nothing of the old one is shown", async () => {
  const { chat, posts, played, waits, end } = playedDesk();
  await chat.load();
  chat.write("mine", null);
  await settled();
  played.follower?.onEvent({ type: "resync" }, null);
  await settled();
  end();
  posts.splice(0);
  chat.write("somebody else's", null);
  await settled();
  expect(messagesOf(chat.state.conversation)).toEqual([]);
  waits.at(-1)?.end();
  await settled();
  expect(posts.map(({ body }) => body)).toEqual(["somebody else's"]);
});

test("a visit that could not be ended offline is ended before anything else is read or written", async () => {
  const { chat, calls, failures, played } = playedDesk({ isKnown: true });
  await chat.load();
  failures.push("unreachable");
  await chat.forget();
  expect(played.unended).toMatchObject({ visit: "visit null" });
  expect(chat.state.phase).toBe("new");
  calls.splice(0);
  chat.write("somebody else's", null);
  await settled();
  expect(calls.slice(0, 2)).toEqual(["forget", "conversation"]);
  expect(played.unended).toBeNull();
});

test("when the page repeats that the chat is over, the visit that could not be ended is ended", async () => {
  const { chat, failures, played } = playedDesk({ isKnown: true });
  await chat.load();
  failures.push(new Refusal("unreachable"));
  expect(await chat.forget()).toBe(false);
  expect(chat.hasUnended).toBe(true);
  expect(await chat.forget()).toBe(true);
  expect(chat.hasUnended).toBe(false);
  expect(played.forgotten.map(({ visit }) => visit)).toEqual(["visit null", "visit null"]);
});

test("nothing is sent before the time that the desk asked for, whatever wakes the sender", async () => {
  const { chat, posts, failures, waits, played } = playedDesk({ isKnown: true });
  await chat.load();
  failures.push(new Refusal("too_many_requests", 42_000));
  chat.write("One", null);
  await settled();
  expect(waits.map(({ delayMs }) => delayMs)).toEqual([42_000]);
  played.nowMs = 20_000;
  chat.write("Two", null);
  chat.resume();
  await settled();
  expect(posts).toEqual([]);
  expect(waits.at(-1)?.delayMs).toBe(22_000);
  played.nowMs = 42_000;
  waits.at(-1)?.end();
  await settled();
  expect(posts.map(({ body }) => body)).toEqual(["One", "Two"]);
});

test("while the desk is in trouble, the conversation is loaded again by itself, and a message waits", async () => {
  const { chat, failures, waits, posts } = playedDesk({ isKnown: true });
  failures.push(new Refusal("unavailable"));
  await chat.load();
  expect([chat.state.phase, chat.state.failure]).toEqual(["failed", "unavailable"]);
  waits.splice(0).forEach(({ end }) => void end());
  await settled();
  expect(chat.state.phase).toBe("known");

  failures.push(...Array.from({ length: 8 }, () => new Refusal("unavailable")));
  chat.write("Where is my order?", null);
  for (let tries = 0; tries < 8; tries += 1) {
    await settled();
    expect(chat.state.conversation.outgoing[0]).toMatchObject({ delivery: "retrying", refusal: "unavailable" });
    waits.splice(0).forEach(({ end }) => void end());
  }
  await settled();
  expect(posts.map(({ body }) => body)).toEqual(["Where is my order?"]);
});
