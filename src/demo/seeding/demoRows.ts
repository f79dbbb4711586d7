import { bank } from "../organizations/bank";
import type { DemoOrganization } from "../organizations/demoOrganization";
import { smartHome } from "../organizations/smartHome";
import { bankScenarios } from "../texts/bankScenarios";
import type { Scenario } from "../texts/scenario";
import { smartHomeScenarios } from "../texts/smartHomeScenarios";
import { buildStructure } from "./buildStructure";
import { newDesk } from "./desk";
import type { TableRows } from "./ledger";
import { pastBeginsAtMs, planStories } from "./planStories";
import { playStories } from "./playStories";
import { rowsOf } from "./rowsOf";
import { seededIds } from "./seededIds";
import { seededRandom } from "./seededRandom";

const DAY_MS = 86_400_000;
/** The organizations were there for a while before the first customer of the demo wrote. */
const FOUNDED_BEFORE_MS = 30 * DAY_MS;

const DEMOS: readonly { demo: DemoOrganization; scenarios: readonly Scenario[] }[] = [
  { demo: bank, scenarios: bankScenarios },
  { demo: smartHome, scenarios: smartHomeScenarios },
];

export type DemoGiven = {
  /** The demo's present: live requests are live then. */
  readonly now: Date;
  readonly seed: string;
  readonly widgetOrigins: readonly string[];
  readonly passwordHashes: ReadonlyMap<string, string>;
  readonly lockedHash: string;
};

/** The demo organizations with two months of work, one after the other; the same arguments always give the same rows. */
export function* demoRows({ now, seed, ...given }: DemoGiven): Generator<{ name: string; rows: TableRows }> {
  for (const { demo, scenarios } of DEMOS) {
    const random = seededRandom(`${seed} ${demo.key}`);
    const ids = seededIds(random);
    const createdAt = new Date(pastBeginsAtMs(now.getTime()) - FOUNDED_BEFORE_MS);
    const structure = buildStructure(demo, { ...given, now, createdAt, newId: () => ids(createdAt.getTime()) });
    const desk = newDesk(structure, random, ids);
    planStories(desk, scenarios, now.getTime());
    playStories(desk, now.getTime());
    yield { name: demo.name, rows: rowsOf(desk) };
  }
}
