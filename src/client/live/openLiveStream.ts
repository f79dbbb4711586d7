import superjson from "superjson";
import { v4 as newUuid } from "uuid";
import type { RepEvent } from "@/contract/live/repEvent";
import { DRAWN_FOR_PARAMETER, PULSED_PARAMETER } from "@/contract/views/drawnFor";
import { createSilenceWatch } from "./createSilenceWatch";

export type Connection = "connecting" | "live" | "reconnecting" | "offline";

export type LiveStreamOptions = {
  /** The position to start at. */
  from: string;
  /** The party that this page was drawn for. The server refuses the stream to anybody else. */
  viewerId: string;
  /** Whether the board's figures are wanted, too. Asked at every opening. */
  wantsBoard: () => boolean;
  /** The sequence that is open by privilege; null for none. Asked at every opening. */
  openId: () => string | null;
  onEvent: (position: string, event: RepEvent) => void;
  /** Called at each beat: the connection is alive. */
  onBeat?: () => void;
  onConnection: (connection: Connection) => void;
  /** Called when the server did not answer with a stream: the session may be over. */
  onRefused: () => void;
};

/** The events to listen for. A new event does not compile until it is listed here. */
const EVENT_TYPES: Readonly<Record<RepEvent["type"], true>> = {
  message: true,
  message_removed: true,
  interaction: true,
  backchannel: true,
  sequence: true,
  hidden: true,
  typing: true,
  load: true,
  board: true,
  board_moved: true,
  followed: true,
  resync: true,
};

/**
 * Opens the one stream of this tab. It always continues from the last position heard. After a short break the browser
 * reconnects; while the server refuses, it tries again with growing pauses; after three missing beats it reopens, since a
 * dead connection looks open for minutes.
 */
export function openLiveStream(options: LiveStreamOptions) {
  const tab = newUuid();
  let source: EventSource | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let position = options.from;
  let attempt = 0;

  const reportDown = () => options.onConnection(navigator.onLine ? "reconnecting" : "offline");
  const reconnect = () => {
    reportDown();
    open();
  };
  const silence = createSilenceWatch(reconnect);
  const close = () => {
    clearTimeout(retry);
    silence.stop();
    source?.close();
    source = undefined;
  };

  const open = () => {
    close();
    silence.opening();
    source = new EventSource(addressOf(position, tab, options));
    source.onopen = () => {
      attempt = 0;
      silence.heard();
      options.onConnection("live");
    };
    source.onerror = () => {
      reportDown();
      silence.opening();
      // While the source is CONNECTING, the browser tries again by itself. CLOSED means that the server refused.
      if (source?.readyState !== EventSource.CLOSED) return;
      silence.stop();
      options.onRefused();
      retry = setTimeout(open, backOffMs(attempt, Math.random()));
      attempt += 1;
    };
    source.addEventListener("beat", ({ data }: MessageEvent<string>) => {
      silence.heard(superjson.parse<{ everyMs: number }>(data).everyMs);
      options.onBeat?.();
    });
    for (const type of Object.keys(EVENT_TYPES)) source.addEventListener(type, hear);
  };

  const hear = ({ lastEventId, data }: MessageEvent<string>) => {
    silence.heard();
    if (lastEventId) position = lastEventId;
    options.onEvent(position, superjson.parse<RepEvent>(data));
  };

  options.onConnection("connecting");
  open();
  return {
    /** Reopens the stream, as when other things are wanted now. */
    reopen: open,
    /** Reopens the stream because the connection is probably dead. */
    reconnect,
    /** Reopens the stream if a beat is overdue, as after sleep. */
    check: () => (silence.isOverdue() ? reconnect() : undefined),
    close,
  };
}

function addressOf(position: string, tab: string, options: LiveStreamOptions): string {
  const openId = options.openId();
  const query = new URLSearchParams({
    from: position,
    tab,
    [DRAWN_FOR_PARAMETER]: options.viewerId,
    [PULSED_PARAMETER]: "1",
    ...(options.wantsBoard() ? { board: "1" } : {}),
    ...(openId === null ? {} : { open: openId }),
  });
  return `/api/live?${query}`;
}

const BACK_OFF_STEPS_MS = [1_000, 2_000, 5_000, 15_000, 30_000] as const;

/**
 * How long to wait before attempt number `attempt` (from 0): 1, 2, 5, 15, then 30 s. `chance` (0 to 1) takes away up to
 * half of it, so that a thousand tabs do not come back at the same moment.
 */
function backOffMs(attempt: number, chance: number): number {
  const stepMs = BACK_OFF_STEPS_MS[Math.min(attempt, BACK_OFF_STEPS_MS.length - 1)] ?? BACK_OFF_STEPS_MS[0];
  return Math.round(stepMs * (1 - chance / 2));
}
