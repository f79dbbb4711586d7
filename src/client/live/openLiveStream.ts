import superjson from "superjson";
import { v4 as newUuid } from "uuid";
import { DRAWN_FOR_PARAMETER, PULSED_PARAMETER } from "@/contract/views/drawnFor";
import type { RepEvent } from "@/contract/views/repViews";
import { createSilenceWatch } from "./createSilenceWatch";

export type Connection = "connecting" | "live" | "reconnecting" | "offline";

export type LiveStreamOptions = {
  /** The position to start from. */
  from: string;
  /** Whom this page was drawn for: the stream is theirs, or refused. */
  viewerId: string;
  /** Asked at every opening: whether the board's figures are wanted, too. */
  wantsBoard: () => boolean;
  /** Asked at every opening: the sequence that is open and of which no list of the viewer's tells; null for none. */
  openId: () => string | null;
  onEvent: (position: string, event: RepEvent) => void;
  /** The server has beaten: it passes bytes. */
  onBeat?: () => void;
  onConnection: (connection: Connection) => void;
  /** The server answered, but not with a stream: the session may be over. */
  onRefused: () => void;
};

/** What to listen for. A new event does not compile until it stands here. */
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
 * The one stream of this tab. It goes on from the last position it heard: by itself after short breaks, with growing
 * pauses while the server refuses, and anew where the connection is silent for three beats, since one that passes no
 * bytes looks open for minutes. It says "live" of none that it does not hear.
 */
export function openLiveStream(options: LiveStreamOptions) {
  const tab = newUuid();
  let source: EventSource | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let position = options.from;
  let attempt = 0;

  const sayDown = () => options.onConnection(navigator.onLine ? "reconnecting" : "offline");
  const reconnect = () => {
    sayDown();
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
      sayDown();
      silence.opening();
      // While it is CONNECTING the browser tries again by itself; CLOSED means that it was refused.
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
    /** Opens it anew, as after a change of what is wanted. */
    reopen: open,
    /** Opens it anew, since there is a reason to think that the connection is dead. */
    reconnect,
    /** Opens it anew where a beat is overdue, as after sleep. */
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
 * How long to wait before try number `attempt` (from 0): 1, 2, 5, 15, then 30 s, each less up to a half by `chance`
 * (0 to 1), so that a thousand tabs do not come back in the same instant.
 */
function backOffMs(attempt: number, chance: number): number {
  const stepMs = BACK_OFF_STEPS_MS[Math.min(attempt, BACK_OFF_STEPS_MS.length - 1)] ?? BACK_OFF_STEPS_MS[0];
  return Math.round(stepMs * (1 - chance / 2));
}
