import type { MessageView } from "@/contract/views/conversationViews";
import type { MeView } from "@/contract/views/organizationViews";
import { createDeskServer, type DeskServer } from "./deskServer";
import { aMe } from "./deskViews";

/** A server that knows the viewer, takes every message, and accepts what a page reports by itself. */
export function aDeskServer(me: Partial<MeView> = {}): DeskServer {
  const server = createDeskServer();
  server.answer("me.get", () => aMe(me));
  server.answer("me.pulse", () => ({}));
  server.answer("interaction.typing", () => undefined);
  server.answer("interaction.markRead", () => undefined);
  server.answer("interaction.post", ({ clientId }) => ({ messageId: `message of ${clientId}` }));
  server.answer("category.list", () => []);
  server.answer("queue.counts", () => ({
    ...{ mine: 0, unassigned: 0, closed: 0, backchannels: 0, invitations: 0 },
    teams: [],
  }));
  server.answer("queue.holds", () => ({ teams: [], requests: [] }));
  answerMessages(server, []);
  return server;
}

/** Makes the server answer with these messages, each in its interaction. */
export function answerMessages(server: DeskServer, messages: readonly MessageView[]): void {
  server.answer("interaction.messages", ({ interactionId }) => ({
    interactionId,
    messages: messages.filter((each) => each.interactionId === interactionId),
    hasEarlier: false,
    asOf: server.asOf(),
  }));
}
