import { setMaxListeners } from "node:events";
import { readFileSync } from "node:fs";
import type { BoardFigure } from "@/contract/views/boardViews";
import { seededRandom } from "@/demo/seeding/chance/seededRandom";
import { type BoardWatch, watchBoards } from "./play/boardWatch";
import { type Cast, castsOf } from "./play/cast";
import { LEDGER_STEPS, type Ledger, openLedger } from "./play/ledger";
import type { Plan } from "./play/plan";
import { planFromMessage } from "./play/planFromMessage";
import { planFromScenario } from "./play/planFromScenario";
import { playCustomer } from "./play/playCustomer";
import { arriveAtDesk, leaveDesk, type PlayedRep } from "./play/playedRep";
import { openStage, type Stage } from "./play/stage";
import { think } from "./play/think";
import { watchQueues } from "./play/watchQueues";
import { readMessages } from "./readMessages";
import type { TrafficOptions } from "./trafficOptions";

const CUSTOMERS_AT_ONCE_MAX = 400;
const PROGRESS_EVERY_MS = 5_000;
/** After so long without a step of any request, nothing more will come. */
const STALLED_AFTER_MS = 90_000;
const LAST_WORDS_BUDGET_MS = 5_000;
const DEFAULT_MESSAGES_WIDGET = "pk_harbour";

/** The options, with the server to play into. */
type PlayOptions = TrafficOptions & { readonly url: string };

interface Run {
  readonly options: PlayOptions;
  readonly stage: Stage;
  readonly casts: readonly { cast: Cast; reps: readonly PlayedRep[]; board: BoardWatch }[];
  readonly customers: Set<Promise<void>>;
  /** Aborts when no new customers may come. */
  readonly stopped: AbortSignal;
  readonly over: AbortController;
}

/**
 * Plays customers and reps into a running server until all requests have ended, prints the ledger, and returns whether
 * everything went well: nothing is missing, there are no errors, and the boards' figures add up.
 *
 * @param stopped aborts to end politely: nobody new comes, and what was begun ends within a few seconds
 */
export async function runTraffic(options: PlayOptions, stopped: AbortSignal): Promise<boolean> {
  const messages = options.messagesFile ? readMessages(readFileSync(options.messagesFile)) : null;
  const run = await openRun(options, messages !== null, stopped);
  const allReps = run.casts.flatMap(({ reps }) => reps);
  const desks = allReps.map((rep) => watchQueues(rep, { stage: run.stage, team: allReps, signal: run.over.signal }));
  const progress = reportProgress(run);
  await sendCustomers(messages, run);
  await untilAllIsDone(run);
  const mismatches = stopped.aborted ? [] : await compareBoards(run);
  run.over.abort();
  await Promise.all([...desks, ...run.customers, progress]);
  await Promise.all(allReps.map(leaveDesk));
  return closeLedger(run, mismatches);
}

async function openRun(options: PlayOptions, hasMessages: boolean, stopped: AbortSignal): Promise<Run> {
  const stage = openStage(openLedger());
  const widgetKey = options.widgetKey ?? (hasMessages ? DEFAULT_MESSAGES_WIDGET : undefined);
  const casts = [];
  for (const cast of castsOf(widgetKey)) {
    const reps: PlayedRep[] = [];
    for (const [index, logIn] of cast.logIns.entries()) {
      reps.push(await arriveAtDesk(options.url, logIn, seededRandom(`rep ${options.seed} ${index}`)));
    }
    casts.push({ cast, reps, board: watchBoards(reps, stage) });
    console.log(`${reps.map(({ me }) => me.name).join(", ")} are at their desks for ${cast.widgetKey}.`);
  }
  const over = new AbortController();
  // Every player listens for the end. Hundreds of listeners are intended, and not a leak.
  setMaxListeners(0, over.signal, stopped);
  return { options, stage, casts, customers: new Set(), stopped, over };
}

async function sendCustomers(messages: readonly string[] | null, run: Run): Promise<void> {
  const { rate, durationMs, limit } = run.options;
  const planned = messages ? messages.length : Math.ceil((durationMs / 1000) * rate);
  const startedMs = performance.now();
  for (let customer = 0; customer < Math.min(planned, limit) && !run.stopped.aborted; customer += 1) {
    await think(startedMs + (customer * 1000) / rate - performance.now(), run.stopped);
    while (run.customers.size >= CUSTOMERS_AT_ONCE_MAX) await Promise.race(run.customers);
    if (!run.stopped.aborted) sendCustomer(customer, messages?.[customer], run);
  }
}

function sendCustomer(customer: number, message: string | undefined, run: Run): void {
  const { options, stage, casts, customers, over } = run;
  const random = seededRandom(`customer ${options.seed} ${customer}`);
  const { cast } = random.pick(casts);
  const plan: Plan =
    message === undefined ? planFromScenario(random.pick(cast.scenarios), random) : planFromMessage(message, random);
  const setting = { url: options.url, key: cast.widgetKey, stage, random, signal: over.signal };
  const played = playCustomer({ customer, plan, saidCount: 0 }, setting).finally(() => customers.delete(played));
  customers.add(played);
}

/** Waits until every request is closed, nothing has moved for long, or the polite end has taken long enough. */
async function untilAllIsDone({ stage: { ledger }, stopped, customers }: Run): Promise<void> {
  let total = stepsTaken(ledger);
  let movedAtMs = performance.now();
  while (customers.size > 0 || ledger.missing().length > 0) {
    const budgetMs = stopped.aborted ? LAST_WORDS_BUDGET_MS : STALLED_AFTER_MS;
    if (performance.now() - movedAtMs > budgetMs) return;
    await think(250, AbortSignal.timeout(1_000));
    if (stepsTaken(ledger) !== total && !stopped.aborted) movedAtMs = performance.now();
    total = stepsTaken(ledger);
  }
}

function stepsTaken(ledger: Ledger): number {
  return LEDGER_STEPS.reduce((sum, step) => sum + ledger.count(step), 0);
}

/** Returns where the boards fail to list every played request of their teams as closed and none as live. */
async function compareBoards({ casts, stage }: Run): Promise<string[]> {
  const boards = casts.map(({ board }) => board);
  await Promise.all(boards.map((board) => board.look()));
  const [closed, live] = [await playedBehind("closed_today", boards), await playedBehind("live", boards)];
  const expected = [...stage.closedTeamIds].filter(([, teamId]) => boards.some((board) => board.shows(teamId)));
  const missing = expected.filter(([sequenceId]) => !closed.has(sequenceId)).length;
  console.log(`The boards list ${closed.size} played requests as closed and ${live.size} as live.`);
  return [
    ...(missing === 0 ? [] : [`the boards miss ${missing} of ${expected.length} closed requests of their teams`]),
    ...(live.size === 0 ? [] : [`the boards list ${live.size} played requests that should be closed as live`]),
  ];
}

async function playedBehind(figure: BoardFigure, boards: readonly BoardWatch[]): Promise<Set<string>> {
  const found = await Promise.all(boards.map((board) => board.playedBehind(figure)));
  return new Set(found.flatMap((sequences) => [...sequences]));
}

async function reportProgress({ stage, casts, over, stopped }: Run): Promise<void> {
  while (!over.signal.aborted) {
    await think(PROGRESS_EVERY_MS, over.signal);
    if (over.signal.aborted) return;
    console.log(ledgerLine(stage.ledger));
    if (stopped.aborted) continue;
    try {
      await Promise.all(casts.map(({ board }) => board.look()));
    } catch (error) {
      stage.ledger.noteError(`board: ${error instanceof Error ? error.message : error}`);
    }
  }
}

function ledgerLine(ledger: Ledger): string {
  const errors = [...ledger.errors().values()].reduce((sum, times) => sum + times, 0);
  return [...LEDGER_STEPS.map((step) => `${step} ${ledger.count(step)}`), `errors ${errors}`].join("  ");
}

function closeLedger({ stage: { ledger }, stopped }: Run, mismatches: readonly string[]): boolean {
  console.log(`\n${ledgerLine(ledger)}`);
  for (const [error, times] of ledger.errors()) console.log(`  error, ${times} times: ${error}`);
  const missing = stopped.aborted ? [] : ledger.missing();
  for (const what of [...missing, ...mismatches]) console.log(`  ${what}`);
  const isWell = ledger.errors().size === 0 && missing.length === 0 && mismatches.length === 0;
  if (stopped.aborted) console.log("Ended early, as asked.");
  else console.log(isWell ? "All requests came to their end, and the boards add up." : "Not everything went well.");
  return isWell;
}
