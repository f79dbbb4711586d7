import { step } from "../../scripts/launch/step";
import { type BenchOrganization, makeBenchOrganization } from "../arrange/benchOrganization";
import { fillSequences } from "../arrange/fillSequences";
import { signInAll } from "../arrange/signInAll";
import { withDesk } from "../arrange/withDesk";
import type { BenchOptions } from "../benchOptions";
import type { LoadErrors, PagesOrder, PageTime } from "../load/loadOrder";
import { runLoad } from "../load/runLoad";

export interface GrowthFigures {
  readonly levels: readonly { sequences: number; pages: readonly PageTime[]; errors: LoadErrors }[];
}

const SIZE = { reps: 24, teams: 6, capacity: 6, teamsAtWork: 6 };
const ROUNDS = 300;
const WARM_UP_ROUNDS = 30;

/** Part c: how long a rep's queue page and a supervisor's board take with a growing past. */
export function measureGrowth(serverUrl: string, options: BenchOptions): Promise<GrowthFigures> {
  return withDesk("c", { serverUrl, profileFolder: options.profileFolder }, async ({ db, pool, open }) => {
    const organization = await makeBenchOrganization(db, SIZE);
    const { url } = await open();
    const pages = await pagesOf(url, organization);
    const levels = [];
    let from = 0;
    for (const sequences of options.sizes) {
      await step(`Filling up to ${sequences.toLocaleString("en")} sequences`, () =>
        fillSequences(pool, organization, from, sequences),
      );
      from = sequences;
      const order = { kind: "pages", url, rounds: ROUNDS, warmUpRounds: WARM_UP_ROUNDS, pages } as const;
      levels.push({ sequences, ...(await runLoad<"pages">(order)) });
    }
    return { levels };
  });
}

async function pagesOf(url: string, organization: BenchOrganization): Promise<PagesOrder["pages"]> {
  const cookies = await signInAll(url, organization.reps, organization);
  const supervisors = await signInAll(url, [organization.supervisor], organization);
  const mine = { procedure: "queue.list", input: { view: "mine" } };
  const team = { procedure: "queue.list", input: { view: "team" } };
  const counts = { procedure: "queue.counts", input: {} };
  return [
    { name: "queue page: mine, team, counts", path: batchPath([mine, team, counts]), cookies },
    { name: "  queue.list mine", path: batchPath([mine]), cookies },
    { name: "  queue.list team", path: batchPath([team]), cookies },
    { name: "  queue.counts", path: batchPath([counts]), cookies },
    {
      name: "  queue.list behind the board's figure",
      path: batchPath([{ procedure: "queue.list", input: { view: "board", figure: "live" } }]),
      cookies: supervisors,
    },
    { name: "board", path: batchPath([{ procedure: "board.get", input: {} }]), cookies: supervisors },
  ];
}

/** Several calls in one request, as the browser makes them. */
function batchPath(calls: readonly { procedure: string; input: object }[]): string {
  const input = Object.fromEntries(calls.map((call, index) => [String(index), { json: call.input }]));
  const query = new URLSearchParams({ batch: "1", input: JSON.stringify(input) });
  return `/api/trpc/${calls.map(({ procedure }) => procedure).join(",")}?${query}`;
}
