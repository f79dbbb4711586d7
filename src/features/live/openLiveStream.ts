import superjson from "superjson";
import { DRAWN_FOR_PARAMETER, PULSED_PARAMETER } from "@/domain/views/drawnFor";
import type { RepEvent } from "@/domain/views/repViews";
import { backOffMs } from "./backOffMs";

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
  onConnection: (connection: Connection) => void;
  /** The server answered, but not with a stream: the session may be over. */
  onRefused: () => void;
};

const EVENT_TYPES: readonly RepEvent["type"][] = [
  "message",
  "message_removed",
  "interaction",
  "backchannel",
  "sequence",
  "hidden",
  "typing",
  "load",
  "board",
  "board_moved",
  "followed",
  "resync",
];

/**
 * The one stream of this tab. It goes on from the last position it heard, by itself after short breaks, by
 * `reopen` after sleep or a change of what is wanted, and with growing pauses while the server refuses.
 */
export function openLiveStream(options: LiveStreamOptions) {
  let source: EventSource | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let position = options.from;
  let attempt = 0;

  const close = () => {
    clearTimeout(retry);
    source?.close();
    source = undefined;
  };

  const open = () => {
    close();
    source = new EventSource(addressOf(position, options));
    source.onopen = () => {
      attempt = 0;
      options.onConnection("live");
    };
    source.onerror = () => {
      options.onConnection(navigator.onLine ? "reconnecting" : "offline");
      // While it is CONNECTING the browser tries again by itself; CLOSED means that it was refused.
      if (source?.readyState !== EventSource.CLOSED) return;
      options.onRefused();
      retry = setTimeout(open, backOffMs(attempt, Math.random()));
      attempt += 1;
    };
    for (const type of EVENT_TYPES) source.addEventListener(type, hear);
  };

  const hear = ({ lastEventId, data }: MessageEvent<string>) => {
    if (lastEventId) position = lastEventId;
    options.onEvent(position, superjson.parse<RepEvent>(data));
  };

  options.onConnection("connecting");
  open();
  return { reopen: open, close };
}

function addressOf(position: string, options: LiveStreamOptions): string {
  const openId = options.openId();
  const query = new URLSearchParams({
    from: position,
    [DRAWN_FOR_PARAMETER]: options.viewerId,
    [PULSED_PARAMETER]: "1",
    ...(options.wantsBoard() ? { board: "1" } : {}),
    ...(openId === null ? {} : { open: openId }),
  });
  return `/api/live?${query}`;
}
