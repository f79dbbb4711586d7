import type { BackchannelRow } from "@/contract/views/backchannelViews";
import type { MessagePage } from "@/contract/views/conversationViews";
import type { QueuePage } from "@/contract/views/queueViews";
import type { SequenceView } from "@/contract/views/requestViews";
import { DomainError } from "@/domain/errors";
import type { Pov } from "@/domain/pov/pov";
import { backchannelRows } from "@/server/backchannel/queries/backchannelRows";
import { messagePage } from "@/server/conversation/queries/messagePage";
import type { Deps } from "@/server/deps";
import { presentPosition } from "@/server/pov/presentPosition";
import { queuePage } from "@/server/request/queries/queuePage";
import { sequenceView } from "@/server/request/queries/sequenceView";

const QUEUES = ["mine", "team", "unassigned"] as const;
const PAGE_SIZE = 100;

export type QueueName = (typeof QUEUES)[number];

/** Everything that a member's screens would show at one moment. */
export type MemberPages = {
  /** The position from which the stream continues the pages, that of the earliest. */
  readonly asOf: string;
  readonly messages: ReadonlyMap<string, MessagePage>;
  readonly sequences: ReadonlyMap<string, SequenceView>;
  readonly queues: Readonly<Record<QueueName, QueuePage>>;
  readonly backchannels: readonly BackchannelRow[];
};

/** Reads every page of a member: those of all interactions and sequences that are not refused. */
export async function memberPages(pov: Pov, deps: Deps): Promise<MemberPages> {
  const asOf = await presentPosition(pov, deps);
  const interactionIds = await idsOf("interaction", pov, deps);
  const sequenceIds = await idsOf("sequence", pov, deps);
  const queue = (view: QueueName) => queuePage(pov, { view, limit: PAGE_SIZE }, deps);
  const [mine, team, unassigned] = await Promise.all(QUEUES.map(queue));
  if (!mine || !team || !unassigned) throw new Error("every queue has a page");
  return {
    asOf,
    messages: await notRefused(interactionIds, (id) => messagePage(pov, { interactionId: id, limit: PAGE_SIZE }, deps)),
    sequences: await notRefused(sequenceIds, (id) => sequenceView(pov, id, deps)),
    queues: { mine, team, unassigned },
    backchannels: await backchannelRows(pov, deps),
  };
}

async function idsOf(table: "interaction" | "sequence", pov: Pov, { db }: Deps): Promise<string[]> {
  const rows = await db
    .selectFrom(table)
    .select("id")
    .where("organization_id", "=", pov.organizationId)
    .orderBy("id")
    .execute();
  return rows.map(({ id }) => id);
}

async function notRefused<Page>(
  ids: readonly string[],
  read: (id: string) => Promise<Page>,
): Promise<Map<string, Page>> {
  const pages = new Map<string, Page>();
  for (const id of ids) {
    try {
      pages.set(id, await read(id));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
    }
  }
  return pages;
}
