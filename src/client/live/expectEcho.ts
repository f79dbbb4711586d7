import type { HeardEvent } from "@/contract/live/repEvent";

/** The stream tells of the viewer's own message as soon as it is committed; this is far longer than that takes. */
const ECHO_WITHIN_MS = 4_000;

type Live = { heard: { all: () => readonly HeardEvent[] }; wake: () => void };

/** Called when the server has accepted a message. A stream that does not tell of it soon is dead, and is reopened. */
export function expectEcho({ heard, wake }: Live, clientId: string): void {
  setTimeout(() => {
    const isEcho = ({ event }: HeardEvent) => event.type === "message" && event.message.clientId === clientId;
    if (!heard.all().some(isEcho)) wake();
  }, ECHO_WITHIN_MS);
}
