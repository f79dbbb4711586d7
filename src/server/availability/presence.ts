import type pg from "pg";
import type { Logger } from "pino";
import type { Clock } from "../clock";

const BEAT_EVERY_MS = 10_000;
/** After three missed beats no process watches any more. */
export const BEAT_LOST_AFTER_MS = 3 * BEAT_EVERY_MS;

/**
 * Who is there, as this process sees it. It notes streams and calls in memory. A beat stores what was noted since the
 * last one, in one statement, and that a process watches.
 */
export type Presence = {
  /** Notes a program's stream, which counts as long as it is open. Returns the function that ends it. */
  open(sessionId: string): () => void;
  /**
   * Notes a page's stream, which counts only with its pulses, since a lost page can leave it open for long. Returns the
   * function that ends it.
   */
  openPulsed(sessionId: string): () => void;
  /** Notes that a page is there and has a stream, at this or another process. */
  pulse(sessionId: string): void;
  /** Notes a call of this session. */
  acted(sessionId: string): void;
  beat(): Promise<void>;
  /** Stores at once what was noted since the last beat, so that a rep who has just come back is found. */
  tellNews(): Promise<void>;
};

/** Opens the notes of this process. Nothing beats by itself: see `beatRegularly`. */
export function openPresence({ pool, clock }: { pool: pg.Pool; clock: Clock }): Presence {
  const held = new Map<string, number>();
  const pulsed = new Map<string, number>();
  let news = noNews();
  let told: Promise<void> = Promise.resolve();

  const close = (streams: Map<string, number>, sessionId: string) => {
    const left = (streams.get(sessionId) ?? 1) - 1;
    if (left > 0) streams.set(sessionId, left);
    else streams.delete(sessionId);
    if (!held.has(sessionId) && !pulsed.has(sessionId)) news.closed.add(sessionId);
  };
  const openIn = (streams: Map<string, number>, sessionId: string) => {
    streams.set(sessionId, (streams.get(sessionId) ?? 0) + 1);
    news.closed.delete(sessionId);
    news.streaming.add(sessionId);
    let isOpen = true;
    return () => {
      if (isOpen) close(streams, sessionId);
      isOpen = false;
    };
  };

  const tell = async () => {
    const noted = news;
    news = noNews();
    const closed = [...noted.closed].filter((id) => !held.has(id) && !pulsed.has(id));
    const streaming = [...new Set([...noted.streaming, ...held.keys()])].filter((id) => !closed.includes(id));
    const seen = [...new Set([...streaming, ...closed, ...noted.acted])];
    const now = clock.now();
    try {
      await pool.query({
        name: "presence_beat",
        text: BEAT,
        values: [
          now,
          new Date(now.getTime() - BEAT_LOST_AFTER_MS),
          seen,
          streaming,
          closed,
          new Date(now.getTime() + BEAT_LOST_AFTER_MS),
        ],
      });
    } catch (error) {
      // Keeps the notes while the database is away, and stores them once it is back.
      for (const id of noted.acted) news.acted.add(id);
      for (const id of noted.streaming) news.streaming.add(id);
      for (const id of closed) news.closed.add(id);
      throw error;
    }
  };

  const beat = () => {
    told = tell();
    return told;
  };

  return {
    open: (sessionId) => openIn(held, sessionId),
    openPulsed: (sessionId) => openIn(pulsed, sessionId),
    pulse(sessionId) {
      news.closed.delete(sessionId);
      news.streaming.add(sessionId);
    },
    acted: (sessionId) => void news.acted.add(sessionId),
    beat,
    async tellNews() {
      await told.catch(() => undefined);
      if (news.acted.size + news.streaming.size + news.closed.size > 0) await beat();
    },
  };
}

/** Beats every 10 seconds until it is closed. */
export function beatRegularly({ presence, log }: { presence: Presence; log: Logger }): { close(): void } {
  const beat = () => presence.beat().catch((error: unknown) => log.warn({ err: error }, "presence beat failed"));
  void beat();
  const timer = setInterval(() => void beat(), BEAT_EVERY_MS);
  timer.unref();
  return { close: () => clearInterval(timer) };
}

const noNews = () => ({ acted: new Set<string>(), streaming: new Set<string>(), closed: new Set<string>() });

// Locks the rows in one order, so that two processes with streams of the same people do not wait for each other. A time
// further in the future than clocks differ was stored before the clock was set back, and no longer counts.
const BEAT = `
  with watched as (
    insert into presence_watch (id, watching_since, beat_at) values (1, $1, $1)
    on conflict (id) do update set
      watching_since = case when presence_watch.beat_at between $2 and $6 then presence_watch.watching_since else $1 end,
      beat_at = case when presence_watch.beat_at > $6 then $1 else greatest(presence_watch.beat_at, $1) end
  ), locked as (
    select id from user_session where id = any($3::uuid[]) order by id for update
  )
  update user_session s set
    seen_at = case when s.seen_at > $6 then $1 else greatest(s.seen_at, $1) end,
    streamed_at = case when s.id = any($4::uuid[]) then $1 when s.id = any($5::uuid[]) then null else s.streamed_at end
  from locked where locked.id = s.id`;
