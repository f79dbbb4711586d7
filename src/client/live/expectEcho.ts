import type { HeardEvent } from "@/contract/live/heardEvent";

/** An own message is told by one's own stream as soon as it is committed; this is far more than that takes. */
const ECHO_WITHIN_MS = 4_000;

type Live = { heard: { all: () => readonly HeardEvent[] }; wake: () => void };

/** The server has taken a message: where the stream does not tell of it soon, it is dead, and is opened anew. */
export function expectEcho({ heard, wake }: Live, clientId: string): void {
  setTimeout(() => {
    const isEcho = ({ event }: HeardEvent) => event.type === "message" && event.message.clientId === clientId;
    if (!heard.all().some(isEcho)) wake();
  }, ECHO_WITHIN_MS);
}
