import type { InteractionView, MessageView } from "@/contract/views/conversationViews";
import type { MeView } from "@/contract/views/organizationViews";
import type { QueueRow } from "@/contract/views/queueViews";
import type { SequenceView } from "@/contract/views/requestViews";

/** The time at which a test at the desk begins, on a Monday morning. */
export const DESK_OPENS_AT = new Date("2026-11-23T10:00:00Z");

/** An instant before or after the desk opened. */
export const minutesOn = (minutes: number) => new Date(DESK_OPENS_AT.getTime() + minutes * 60_000);

export const ANA = { id: "ana", kind: "contact" as const, name: "Ana Costa" };
export const MIA = { id: "mia", kind: "rep" as const, name: "Mia Berg" };
export const TOM = { id: "tom", kind: "rep" as const, name: "Tom Reyes" };

/** Mia, a rep of Billing: the viewer. */
export function aMe(change: Partial<MeView> = {}): MeView {
  return {
    partyId: MIA.id,
    name: MIA.name,
    email: "mia@acme.example",
    publicName: "Mia",
    role: "rep",
    theme: "system",
    organization: {
      id: "acme",
      name: "Acme",
      aliasName: "Acme Support",
      showsPublicNames: true,
      timeZone: "UTC",
    },
    teams: [{ id: "billing", name: "Billing", isSupervisor: false, isSpecialist: false }],
    mayWatchBoard: false,
    availability: "available",
    load: { used: 1, capacity: 8 },
    absence: null,
    notices: [],
    serverTime: new Date(),
    asOf: "mia.1",
    ...change,
  };
}

/** Ana's thread with the customer, in which Mia takes part and has read everything. */
export function aThread(change: Partial<InteractionView> = {}): InteractionView {
  return {
    id: "thread",
    sequenceId: "refund",
    parentId: null,
    audience: "customer",
    name: null,
    startedAt: minutesOn(-60),
    endedAt: null,
    participants: [],
    viewer: "taking_part",
    mayEnd: false,
    unreadCount: 0,
    lastReadOrdinal: 99,
    ...change,
  };
}

/** A backchannel of Ana's thread, with Payments. */
export function aBackchannel(change: Partial<InteractionView> = {}): InteractionView {
  return aThread({ id: "payments", parentId: "thread", audience: "internal", name: "Payments", ...change });
}

/** A message of Ana's; each ordinal a minute after the one before. */
export function aMessage(ordinal: number, change: Partial<MessageView> = {}): MessageView {
  return {
    id: `message-${ordinal}`,
    interactionId: "thread",
    ordinal,
    clientId: `client-${ordinal}`,
    author: ANA,
    aliasName: ANA.name,
    isMine: false,
    kind: "text",
    body: `message ${ordinal}`,
    excerpt: null,
    feedback: null,
    sentAt: minutesOn(-30 + ordinal),
    editedAt: null,
    ...change,
  };
}

/** A request of Ana's that is assigned to Mia. */
export function aRow(sequenceId: string, change: Partial<QueueRow> = {}): QueueRow {
  return {
    sequenceId,
    reference: `#${sequenceId}`,
    subject: `Subject of ${sequenceId}`,
    state: "open",
    customerName: ANA.name,
    categoryId: null,
    tags: [],
    teamId: "billing",
    assignedTo: { id: MIA.id, name: MIA.name },
    requestState: "assigned",
    waitingSince: null,
    nextDueAt: null,
    clock: null,
    lastMessageAt: null,
    lastMessagePreview: "",
    unreadCount: 0,
    isEscalated: false,
    closedAt: null,
    escalationHeldBy: null,
    version: 1,
    ...change,
  };
}

/** A request of Ana's that is assigned to Mia, who may do everything with it except take it. */
export function aSequence(change: Partial<SequenceView> = {}): SequenceView {
  return {
    ...{ id: "refund", reference: "#1", subject: "Refund", state: "open", categoryId: null, tags: [], version: 1 },
    customer: {
      ...{ contactId: ANA.id, name: ANA.name, accountNumber: null, tier: null, location: null, locale: null },
      ...{ timeZone: null, spendingCents: null, currency: "EUR" },
    },
    ...{ requestState: "assigned", teamId: "billing", assignedTo: { id: MIA.id, name: MIA.name } },
    ...{ waitingSince: null, clocks: [], escalation: null, rating: null },
    ...{ classification: null, isCategoryConfirmed: false, startedAt: minutesOn(-60), endedAt: null },
    interactions: [aThread()],
    otherSequences: [],
    may: {
      ...{ reply: true, take: false, change: true, handOver: true, escalate: true },
      ...{ openBackchannel: true, seeRouting: true },
    },
    asOf: "mia.1",
    ...change,
  };
}
