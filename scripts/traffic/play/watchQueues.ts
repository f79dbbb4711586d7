import type { QueueRow } from "@/contract/views/queueViews";
import { refusalCode } from "../desk/procedureClient";
import { answerInvitations } from "./answerInvitations";
import { attend } from "./attend";
import type { PlayedRep } from "./playedRep";
import { recognise } from "./recognise";
import type { PlayedRequest, Stage } from "./stage";
import { think } from "./think";

/** The run as a rep sees it. */
export interface RepSetting {
  readonly stage: Stage;
  readonly team: readonly PlayedRep[];
  /** Aborts when the play is over. */
  readonly signal: AbortSignal;
}

const LOOK_EVERY_MS = 800;
const IN_HAND_MAX = 25;
const PAGE_SIZE = 100;
const PAGES_MAX = 5;
/** Somebody else was quicker, or the request changed meanwhile. This happens at every desk. */
const LOST_RACES = new Set([
  "already_taken",
  "not_found",
  "not_allowed",
  "stale_version",
  "changed_meanwhile",
  "already_answered",
]);

/** Plays a rep until the signal: attends to their requests, takes from queues, sets categories, answers invitations. */
export async function watchQueues(rep: PlayedRep, setting: RepSetting): Promise<void> {
  const attending = new Set<Promise<void>>();
  const keep = (begun: Promise<void>) => {
    const work = noteFailure(() => begun, setting).finally(() => attending.delete(work));
    attending.add(work);
  };
  const begin: Begin = (sequenceId, played) => keep(attend(sequenceId, played, rep, setting));
  await Promise.all([
    lookAgainAndAgain([() => answerInvitations(rep, setting.stage, setting.signal, keep)], setting),
    lookAgainAndAgain(
      [
        () => lookAtMine(rep, setting, begin),
        () => takeFromTeams(rep, setting, begin),
        () => sortUnassigned(rep, setting),
      ],
      setting,
    ),
  ]);
  await Promise.all(attending);
}

/** Each kind of look has its own loop, so that colleagues who wait for an answer need not wait for a long queue. */
async function lookAgainAndAgain(looks: readonly (() => Promise<void>)[], setting: RepSetting): Promise<void> {
  while (!setting.signal.aborted) {
    for (const look of looks) await noteFailure(look, setting);
    await think(LOOK_EVERY_MS, setting.signal);
  }
}

type Begin = (sequenceId: string, played: PlayedRequest) => void;

async function lookAtMine(rep: PlayedRep, { stage }: RepSetting, begin: Begin): Promise<void> {
  for (const row of await rowsOf("mine", rep)) {
    if (row.state === "closed" || stage.claimed.has(row.sequenceId)) continue;
    const played = await recognise(row, rep, stage);
    if (!played || !claim(row, stage)) continue;
    begin(row.sequenceId, played);
  }
}

async function takeFromTeams(rep: PlayedRep, { stage }: RepSetting, begin: Begin): Promise<void> {
  if (rep.inHand >= IN_HAND_MAX) return;
  for (const row of await rowsOf("team", rep)) {
    if (rep.inHand >= IN_HAND_MAX) return;
    if (row.requestState !== "queued" || stage.claimed.has(row.sequenceId)) continue;
    const played = await recognise(row, rep, stage);
    if (!played || !claim(row, stage)) continue;
    const isTaken = await winning(row, stage, () => rep.client.sequence.take.mutate({ sequenceId: row.sequenceId }));
    if (isTaken) begin(row.sequenceId, played);
  }
}

/** Sets categories, and gives a customer who will pick one the time for it. */
async function sortUnassigned(rep: PlayedRep, { stage }: RepSetting): Promise<void> {
  const choices = rep.categories.filter(({ teamId, isRetired }) => teamId !== null && !isRetired);
  for (const row of await rowsOf("unassigned", rep)) {
    if (row.categoryId !== null || choices.length === 0) continue;
    const played = await recognise(row, rep, stage);
    if (!played || waitsForPick(row, played) || !claim(row, stage)) continue;
    const { sequenceId, categoryId: seen } = row;
    const isSorted = await winning(row, stage, () =>
      rep.client.sequence.setCategory.mutate({ sequenceId, seen, categoryId: rep.random.pick(choices).id }),
    );
    // After a lost race the claim is released already, and somebody else may hold it by now.
    if (isSorted) stage.claimed.delete(sequenceId);
  }
}

const PICK_BUDGET_MS = 8_000;

function waitsForPick(row: QueueRow, { plan }: PlayedRequest): boolean {
  return plan.picksCategory && row.waitingSince !== null && Date.now() - row.waitingSince.getTime() < PICK_BUDGET_MS;
}

async function rowsOf(view: "mine" | "team" | "unassigned", { client }: PlayedRep): Promise<QueueRow[]> {
  const rows: QueueRow[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const answer: { rows: QueueRow[]; nextCursor: string | null } = await client.queue.list.query({
      view,
      cursor,
      limit: PAGE_SIZE,
    });
    rows.push(...answer.rows);
    cursor = answer.nextCursor;
    if (cursor === null) break;
  }
  return rows;
}

function claim({ sequenceId }: QueueRow, { claimed }: Stage): boolean {
  if (claimed.has(sequenceId)) return false;
  claimed.add(sequenceId);
  return true;
}

/** Returns whether this rep won. A lost race releases the claim, so that the winner can go on. */
async function winning({ sequenceId }: QueueRow, stage: Stage, call: () => Promise<unknown>): Promise<boolean> {
  try {
    await call();
    return true;
  } catch (error) {
    stage.claimed.delete(sequenceId);
    if (LOST_RACES.has(refusalCode(error))) return false;
    throw error;
  }
}

async function noteFailure(work: () => Promise<void>, { stage, signal }: RepSetting): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!signal.aborted) stage.ledger.noteError(`queue: ${refusalCode(error)}`);
  }
}
