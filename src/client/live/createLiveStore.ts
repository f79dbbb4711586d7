import type { HeardEvent } from "@/contract/live/heardEvent";
import type { BoardView, RepEvent } from "@/contract/views/repViews";
import type { Session } from "../me/viewerLink";
import { createHeardEvents } from "./createHeardEvents";
import { createTyping } from "./createTyping";
import type { Connection } from "./openLiveStream";

export type LiveStatus = {
  connection: Connection;
  /** Device time at which `connection` began, epoch ms. */
  sinceMs: number;
  /** The latest figures that the stream told; null before the first. */
  board: BoardView | null;
  /** Counts the news of the board: its figures, or requests behind them, are others now. */
  boardMoves: number;
  session: Session;
  /** The server answers, but cannot reach its database. */
  isDatabaseAway: boolean;
};

export type FollowedEvent = Extract<RepEvent, { type: "followed" }>;

export type LiveStoreOptions = {
  readMs: () => number;
  /** Runs once before the next frame is painted: events of one frame make one render. */
  schedule: (run: () => void) => void;
  /** Reads all pages again; resolves when they are there. */
  readAgain: () => Promise<void>;
};

/** What this tab knows from its stream: what was heard, who types, the figures, and how the connection stands. */
export function createLiveStore({ readMs, schedule, readAgain }: LiveStoreOptions) {
  const heard = createHeardEvents(() => void readAgain());
  const typing = createTyping();
  const listeners = callees<[]>();
  const wakers = callees<[]>();
  const followers = callees<[FollowedEvent]>();
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
    /** Takes one event of the stream. */
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
    /** Whom this page was drawn for; null before the server has said. */
    viewerId: () => viewerId,
    drawFor(partyId: string) {
      viewerId ??= partyId;
    },
    setSession(session: Session) {
      if (!isSameSession(session, status.session)) update({ session });
    },
    /** Has the stream opened anew at once, as after signing in again. */
    wake: wakers.call,
    /** What an answer said of the server's database; once it is back the stream opens at once. */
    setDatabaseAway(isAway: boolean) {
      if (isAway === status.isDatabaseAway) return;
      update({ isDatabaseAway: isAway });
      if (!isAway && status.connection !== "live") wakers.call();
    },
    onWake: wakers.add,
    /** Hands over each sequence that is told whole, as it comes: it takes the place of the page, so none is kept here. */
    onFollowed: followers.add,
    subscribe: listeners.add,
  };
}

/** Those that want to be called, each until it takes itself out. */
function callees<Told extends unknown[]>() {
  const all = new Set<(...told: Told) => void>();
  return {
    call(...told: Told) {
      for (const each of all) each(...told);
    },
    add(each: (...told: Told) => void) {
      all.add(each);
      return () => {
        all.delete(each);
      };
    },
  };
}

function isSameSession(one: Session, other: Session): boolean {
  if (one.state !== "other" || other.state !== "other") return one.state === other.state;
  return one.name === other.name;
}

export type LiveStore = ReturnType<typeof createLiveStore>;
