import type { HeardEvent, RepEvent } from "@/contract/live/repEvent";
import type { BoardView } from "@/contract/views/boardViews";
import { createCallbacks } from "../createCallbacks";
import type { Session } from "../me/viewerLink";
import { createHeardEvents } from "./createHeardEvents";
import { createTyping } from "./createTyping";
import type { Connection } from "./openLiveStream";

export type LiveStatus = {
  connection: Connection;
  /** Device time at which `connection` began, epoch ms. */
  sinceMs: number;
  /** The latest figures of the board from the stream; null before the first. */
  board: BoardView | null;
  /** Goes up whenever the figures of the board or the requests behind them have changed. */
  boardMoves: number;
  session: Session;
  /** True while the server answers but cannot reach its database. */
  isDatabaseAway: boolean;
};

export type FollowedEvent = Extract<RepEvent, { type: "followed" }>;

export type LiveStoreOptions = {
  readMs: () => number;
  /** Calls `run` before the next frame is painted, so that the events of one frame cause one render. */
  schedule: (run: () => void) => void;
  /** Reads all pages again; resolves when they have been read. */
  readAgain: () => Promise<void>;
};

/** The live state of this tab: events heard, who is typing, the board, the connection, the session. */
export function createLiveStore({ readMs, schedule, readAgain }: LiveStoreOptions) {
  const heard = createHeardEvents(() => void readAgain());
  const typing = createTyping();
  const listeners = createCallbacks<[]>();
  const wakers = createCallbacks<[]>();
  const followers = createCallbacks<[FollowedEvent]>();
  let status: LiveStatus = {
    connection: "connecting",
    sinceMs: readMs(),
    board: null,
    boardMoves: 0,
    session: { state: "held" },
    isDatabaseAway: false,
  };
  let waiting: HeardEvent[] = [];
  let viewerId: string | null = null;

  const update = (changed: Partial<LiveStatus>) => {
    status = { ...status, ...changed };
    listeners.call();
  };
  const flush = () => {
    const batch = waiting;
    waiting = [];
    heard.add(batch);
  };
  const enqueue = (each: HeardEvent) => {
    if (waiting.length === 0) schedule(flush);
    waiting.push(each);
  };
  const resync = async () => {
    const before = heard.all();
    await readAgain();
    heard.forget(before);
  };

  return {
    heard,
    typing,
    status: () => status,
    /** Takes one event from the stream. */
    take(position: string, event: RepEvent) {
      switch (event.type) {
        case "typing":
          return typing.note(event);
        case "board":
          return update({ board: event.board, boardMoves: status.boardMoves + 1 });
        case "board_moved":
          return update({ boardMoves: status.boardMoves + 1 });
        case "followed":
          return followers.call(event);
        case "resync":
          return void resync();
        case "message":
          typing.stop(event.message.interactionId, event.message.author.name);
          return enqueue({ position, event });
        default:
          return enqueue({ position, event });
      }
    },
    setConnection(connection: Connection) {
      if (connection !== status.connection) update({ connection, sinceMs: readMs() });
      if (connection === "live" && status.isDatabaseAway) update({ isDatabaseAway: false });
    },
    /** The party that this page was drawn for; null until the server has said. */
    viewerId: () => viewerId,
    drawFor(partyId: string) {
      viewerId ??= partyId;
    },
    setSession(session: Session) {
      if (!isSameSession(session, status.session)) update({ session });
    },
    /** Reopens the stream at once, as after signing in again. */
    wake: wakers.call,
    /** Notes whether the server can reach its database. When it can again, the stream is reopened at once. */
    setDatabaseAway(isAway: boolean) {
      if (isAway === status.isDatabaseAway) return;
      update({ isDatabaseAway: isAway });
      if (!isAway && status.connection !== "live") wakers.call();
    },
    onWake: wakers.add,
    /** Calls the listener with each `followed` event. The store keeps none of them: the event replaces the page. */
    onFollowed: followers.add,
    subscribe: listeners.add,
  };
}

function isSameSession(one: Session, other: Session): boolean {
  if (one.state !== "other" || other.state !== "other") return one.state === other.state;
  return one.name === other.name;
}

export type LiveStore = ReturnType<typeof createLiveStore>;
