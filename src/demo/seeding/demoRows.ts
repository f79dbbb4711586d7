import { bank } from "../organizations/bank";
import type { DemoOrganization } from "../organizations/demoOrganization";
import { smartHome } from "../organizations/smartHome";
import { bankExamples } from "../texts/bankExamples";
import { bankScenarios } from "../texts/bankScenarios";
import type { LabelledTexts } from "../texts/labelledTexts";
import type { Scenario } from "../texts/scenario";
import { smartHomeExamples } from "../texts/smartHomeExamples";
import { smartHomeScenarios } from "../texts/smartHomeScenarios";
import { buildStructure } from "./buildStructure";
import { newDesk } from "./desk";
import { type ImportedExamples, importedExamples } from "./importedExamples";
import type { TableRows } from "./ledger";
import { pastBeginsAtMs, planStories } from "./planStories";
import { playStories } from "./playStories";
import { rowsOf } from "./rowsOf";
import { seededIds } from "./seededIds";
import { seededRandom } from "./seededRandom";

const DAY_MS = 86_400_000;
/** The organizations were there for a while before the first customer of the demo wrote. */
const FOUNDED_BEFORE_MS = 30 * DAY_MS;

type Demo = { demo: DemoOrganization; scenarios: readonly Scenario[]; labelled: LabelledTexts };

const DEMOS: readonly Demo[] = [
  { demo: bank, scenarios: bankScenarios, labelled: bankExamples },
  { demo: smartHome, scenarios: smartHomeScenarios, labelled: smartHomeExamples },
];

export type DemoGiven = {
  /** The demo's present: live requests are live then. */
  readonly now: Date;
  readonly seed: string;
  readonly widgetOrigins: readonly string[];
  readonly passwordHashes: ReadonlyMap<string, string>;
  readonly lockedHash: string;
  /** False leaves the classifiers as empty as on an organization's first day. */
  readonly hasExamples: boolean;
};

type DemoRows = { name: string; rows: TableRows; examples: ImportedExamples };

/** The demo organizations with two months of work, one after the other; the same arguments always give the same rows. */
export function* demoRows({ now, seed, ...given }: DemoGiven): Generator<DemoRows> {
  for (const { demo, scenarios, labelled } of DEMOS) {
    const random = seededRandom(`${seed} ${demo.key}`);
    const ids = seededIds(random);
    const createdAt = new Date(pastBeginsAtMs(now.getTime()) - FOUNDED_BEFORE_MS);
    const structure = buildStructure(demo, { ...given, now, createdAt, newId: () => ids(createdAt.getTime()) });
    const desk = newDesk(structure, random, ids);
    planStories(desk, scenarios, now.getTime());
    playStories(desk, now.getTime());
    yield { name: demo.name, rows: rowsOf(desk), examples: importedExamples(structure, labelled) };
  }
}
