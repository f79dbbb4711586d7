import fc from "fast-check";

export const TEAMS = ["cards", "loans"] as const;
export const REPS = ["ana", "ben", "cleo", "dan", "sue"] as const;
export const CUSTOMERS = ["c1", "c2"] as const;

export type TeamName = (typeof TEAMS)[number];
export type RepName = (typeof REPS)[number];
export type CustomerName = (typeof CUSTOMERS)[number];

/** A customer's newest request, or the backchannel that the step of this number opened. */
export type Place = { customer: CustomerName } | { aside: number };

/** Somebody by name, or by their part in the place: the one who has the request, or who opened the backchannel. */
export type Actor = RepName | "responder" | "opener";

type Act =
  | { do: "write"; customer: CustomerName; words: string }
  | { do: "post"; in: Place; by: Actor; words: string }
  | { do: "open"; in: Place; by: Actor; whom: RepName | TeamName; words: string }
  | { do: "invite"; in: Place; by: Actor; whom: RepName | TeamName; showFrom: "now" | "start" }
  | { do: "answer"; in: Place; by: RepName; accepts: boolean }
  | { do: "leave"; in: Place; by: Actor }
  | { do: "remove"; in: Place; by: Actor; whom: RepName }
  | { do: "end"; in: Place; by: Actor }
  /** Reads to the end. A customer reads their whole conversation. */
  | { do: "read"; in: Place; by: Actor | "customer" }
  | { do: "reopen"; in: Place; by: Actor }
  /** `post`: the step that wrote the message; its author edits or deletes it. */
  | { do: "edit"; post: number; words: string }
  | { do: "delete"; post: number }
  | { do: "rename"; customer: CustomerName; by: Actor; words: string }
  | { do: "handOver"; customer: CustomerName; by: Actor; to: RepName | TeamName }
  | { do: "take"; customer: CustomerName; by: RepName }
  | { do: "categorize"; customer: CustomerName; by: Actor; category: "card" | "loan" }
  | { do: "setState"; customer: CustomerName; by: Actor; state: "open" | "pending" | "need_info" | "closed" }
  /** The customer's newest message becomes a request of its own, or the split is undone. */
  | { do: "split"; customer: CustomerName; by: Actor; keeps: boolean }
  | { do: "undoSplit"; customer: CustomerName; by: Actor }
  | { do: "nothing" };

/** One step of a history. The clock moves on before it. The commands decide whether it is allowed. */
export type Step = { afterMs: number } & Act;

type Raw = { kind: Act["do"]; a: number; b: number; c: number; afterMs: number };
type Told = { place: Place; people: Actor[]; invited: RepName[] };
type Known = { places: Told[]; posts: { step: number; place: Place }[] };

const MEMBERS: Record<TeamName, RepName[]> = { cards: ["ana", "ben", "sue"], loans: ["cleo", "dan", "sue"] };
const WHOM = [...REPS, ...TEAMS] as const;
/** The routing rules know these words, except the last. */
const TOPICS = ["card", "loan", "hm"] as const;
const STATES = ["pending", "need_info", "closed", "closed", "open"] as const;

const kinds: Record<Act["do"], number> = {
  write: 5,
  post: 7,
  open: 3,
  invite: 3,
  answer: 6,
  leave: 2,
  remove: 1,
  end: 1,
  reopen: 1,
  edit: 2,
  delete: 1,
  rename: 1,
  handOver: 2,
  take: 3,
  categorize: 1,
  setState: 1,
  split: 2,
  undoSplit: 1,
  read: 0,
  nothing: 0,
};

const raw: fc.Arbitrary<Raw> = fc.record({
  kind: fc.oneof(
    ...Object.entries(kinds).map(([kind, weight]) => ({ weight, arbitrary: fc.constant(kind as Act["do"]) })),
  ),
  a: fc.nat(59),
  b: fc.nat(59),
  c: fc.nat(59),
  afterMs: fc.constantFrom(1, 1_000, 40_000),
});

/**
 * Random histories of two customers, four reps of two teams, and their supervisor. Steps refer to earlier steps, so
 * that a history without some backchannels is a history, too. Most steps are allowed when they are played.
 */
export const history: fc.Arbitrary<Step[]> = fc
  .array(raw, { minLength: 20, maxLength: 32, size: "max" })
  .map((raws) => historyOf([...openingOf(raws), ...raws]));

const FIRST: Place = { customer: "c1" };
const ASIDE: Place = { aside: 3 };
const BELOW: Place = { aside: 14 };

/**
 * One history with everything that chance may take long to find: messages edited and deleted after somebody left, a
 * return, a backchannel in a backchannel, an invited team, a hand-over after which somebody stays, an end, a reopening.
 */
export const LONG_STORY: Step[] = (
  [
    { do: "write", customer: "c1", words: "hm words 0" },
    { do: "write", customer: "c2", words: "card words 1" },
    { do: "take", customer: "c1", by: "ana" },
    { do: "open", in: FIRST, by: "responder", whom: "ben", words: "words 3" },
    { do: "answer", in: ASIDE, by: "ben", accepts: true },
    { do: "post", in: ASIDE, by: "opener", words: "words 5" },
    { do: "post", in: ASIDE, by: "opener", words: "words 6" },
    { do: "leave", in: ASIDE, by: "ben" },
    { do: "edit", post: 5, words: "words 8" },
    { do: "delete", post: 6 },
    { do: "post", in: ASIDE, by: "opener", words: "words 10" },
    { do: "invite", in: ASIDE, by: "opener", whom: "ben", showFrom: "now" },
    { do: "answer", in: ASIDE, by: "ben", accepts: true },
    { do: "delete", post: 10 },
    { do: "open", in: ASIDE, by: "ben", whom: "loans", words: "words 14" },
    { do: "answer", in: BELOW, by: "cleo", accepts: true },
    { do: "post", in: BELOW, by: "cleo", words: "words 16" },
    { do: "invite", in: FIRST, by: "responder", whom: "ben", showFrom: "start" },
    { do: "answer", in: FIRST, by: "ben", accepts: true },
    { do: "post", in: FIRST, by: "responder", words: "words 19" },
    { do: "edit", post: 19, words: "words 20" },
    { do: "handOver", customer: "c1", by: "responder", to: "loans" },
    { do: "take", customer: "c1", by: "cleo" },
    { do: "post", in: FIRST, by: "responder", words: "words 23" },
    { do: "delete", post: 23 },
    { do: "setState", customer: "c1", by: "responder", state: "closed" },
    { do: "write", customer: "c1", words: "hm words 26" },
    { do: "split", customer: "c1", by: "responder", keeps: true },
    { do: "undoSplit", customer: "c1", by: "responder" },
    { do: "leave", in: FIRST, by: "ben" },
    { do: "end", in: ASIDE, by: "opener" },
    { do: "reopen", in: ASIDE, by: "opener" },
    { do: "post", in: ASIDE, by: "opener", words: "words 30" },
    { do: "setState", customer: "c1", by: "responder", state: "closed" },
    { do: "setState", customer: "c1", by: "responder", state: "open" },
    { do: "read", in: FIRST, by: "customer" },
    { do: "read", in: ASIDE, by: "ben" },
    { do: "read", in: FIRST, by: "responder" },
  ] satisfies Act[]
).map((act) => ({ afterMs: 1_000, ...act }));

/** Both customers write first, so that there are requests. Now and then the rules do not know their words. */
function openingOf(raws: readonly Raw[]): Raw[] {
  const turn = (raws[0]?.c ?? 0) % TOPICS.length;
  return CUSTOMERS.map((_, index) => ({ kind: "write", a: index, b: index + turn, c: 0, afterMs: 1 }));
}

function historyOf(raws: readonly Raw[]): Step[] {
  const known: Known = {
    places: CUSTOMERS.map((customer) => ({ place: { customer }, people: ["responder"], invited: [] })),
    posts: [],
  };
  return raws.map((each, index) => ({ afterMs: each.afterMs, ...actOf(each, index, known) }));
}

function actOf(raw: Raw, step: number, known: Known): Act {
  const place = pick(known.places, raw.a);
  const words = `${pick(TOPICS, raw.b)} words ${step}`;
  switch (raw.kind) {
    case "write":
      return { do: "write", customer: pick(CUSTOMERS, raw.a), words };
    case "post":
    case "open":
    case "invite":
      return talk(raw, step, known, place, words);
    case "answer":
    case "leave":
    case "remove":
    case "end":
    case "reopen":
      return comeOrGo(raw, known);
    case "edit":
    case "delete":
      return revise(raw, known, words);
    default:
      return handle(raw, words);
  }
}

function talk(raw: Raw, step: number, known: Known, place: Told, words: string): Act {
  const by = pick(place.people, raw.b);
  const whom = pick(WHOM, raw.c);
  if (raw.kind === "post") {
    known.posts.push({ step, place: place.place });
    return { do: "post", in: place.place, by, words };
  }
  if (raw.kind === "open") {
    known.places.push({ place: { aside: step }, people: ["opener", ...peopleOf(whom)], invited: peopleOf(whom) });
    known.posts.push({ step, place: { aside: step } });
    return { do: "open", in: place.place, by, whom, words };
  }
  place.people.push(...peopleOf(whom));
  place.invited.push(...peopleOf(whom));
  return { do: "invite", in: place.place, by, whom, showFrom: raw.a % 2 === 0 ? "now" : "start" };
}

function comeOrGo(raw: Raw, known: Known): Act {
  const place = known.places.filter(({ invited }) => invited.length > 0).at(-1 - (raw.a % 3)) ?? known.places.at(-1);
  if (!place) return { do: "nothing" };
  const guest = place.invited.length === 0 ? "ana" : pick(place.invited, raw.b);
  if (raw.kind === "answer") return { do: "answer", in: place.place, by: guest, accepts: raw.c % 5 !== 0 };
  if (raw.kind === "leave") return { do: "leave", in: place.place, by: raw.c % 4 === 0 ? "opener" : guest };
  if (raw.kind !== "remove") return { do: raw.kind === "end" ? "end" : "reopen", in: place.place, by: "opener" };
  const by = "customer" in place.place ? "responder" : "opener";
  return { do: "remove", in: place.place, by, whom: guest };
}

function revise(raw: Raw, known: Known, words: string): Act {
  if (known.posts.length === 0) return { do: "nothing" };
  const post = pick(known.posts, raw.a).step;
  return raw.kind === "edit" ? { do: "edit", post, words } : { do: "delete", post };
}

function handle(raw: Raw, words: string): Act {
  const customer = pick(CUSTOMERS, raw.a);
  const by = raw.b % 6 === 0 ? "sue" : "responder";
  switch (raw.kind) {
    case "rename":
      return { do: "rename", customer, by, words };
    case "handOver":
      return { do: "handOver", customer, by, to: pick(WHOM, raw.c) };
    case "take":
      return { do: "take", customer, by: pick(REPS, raw.c) };
    case "categorize":
      return { do: "categorize", customer, by, category: raw.c % 2 === 0 ? "card" : "loan" };
    case "setState":
      return { do: "setState", customer, by, state: pick(STATES, raw.c) };
    case "split":
      return { do: "split", customer, by, keeps: raw.c % 3 !== 0 };
    case "undoSplit":
      return { do: "undoSplit", customer, by };
    default:
      return { do: "nothing" };
  }
}

/**
 * The same history without what happened in some backchannels, or in those opened from them. The clock still moves in
 * the same way.
 */
export function historyWithout(asides: ReadonlySet<number>, steps: readonly Step[]): Step[] {
  const gone = new Set(asides);
  return steps.map((step, index) => {
    const place = placeOf(step, steps);
    if (!place || !("aside" in place) || !gone.has(place.aside)) return gone.has(index) ? nothing(step) : step;
    if (step.do === "open") gone.add(index);
    return nothing(step);
  });
}

const nothing = ({ afterMs }: Step): Step => ({ afterMs, do: "nothing" });

function placeOf(step: Step, steps: readonly Step[]): Place | null {
  if ("in" in step) return step.in;
  if (step.do !== "edit" && step.do !== "delete") return null;
  const written = steps[step.post];
  if (written?.do === "open") return { aside: step.post };
  return written && "in" in written ? written.in : null;
}

function peopleOf(whom: RepName | TeamName): RepName[] {
  return whom === "cards" || whom === "loans" ? MEMBERS[whom] : [whom];
}

function pick<Each>(list: readonly Each[], at: number): Each {
  const each = list[at % list.length];
  if (each === undefined) throw new RangeError("an empty list has no element");
  return each;
}
