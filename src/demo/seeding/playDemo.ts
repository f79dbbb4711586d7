import { seededIds } from "./chance/seededIds";
import { seededRandom } from "./chance/seededRandom";
import type { Demo } from "./demos";
import { buildStructure } from "./founding/buildStructure";
import { type Founded, foundOrganization } from "./founding/structure";
import { newDesk } from "./playing/desk";
import { planStories } from "./playing/planStories";
import { playStories } from "./playing/playStories";
import { openTurnedDeps } from "./playing/turnedDeps";

const DAY_MS = 86_400_000;
/** How long before its first customer an organization was founded. */
const FOUNDED_BEFORE_MS = 30 * DAY_MS;
/** Progress is reported after so much played time. */
const TOLD_EVERY_MS = 15 * DAY_MS;

export type DemoGiven = {
  /** The present time of the demo, at which its live requests are live. */
  readonly now: Date;
  readonly seed: string;
  /** Days of work before the present. */
  readonly pastDays: number;
  readonly widgetOrigins: readonly string[];
  readonly passwordHashes: ReadonlyMap<string, string>;
  readonly lockedHash: string;
  /** False leaves the classifiers without examples. */
  readonly hasExamples: boolean;
};

type To = { readonly databaseUrl: string; readonly signal: AbortSignal; readonly tell: (line: string) => void };

/** Founds a demo organization and plays its past. The same arguments always give the same rows. */
export async function playDemo({ demo, scenarios }: Demo, given: DemoGiven, to: To): Promise<Founded> {
  const nowMs = given.now.getTime();
  const { pastDays } = given;
  const beginsAtMs = nowMs - pastDays * DAY_MS;
  const random = seededRandom(`${given.seed} ${demo.key}`);
  const ids = seededIds(random);
  const createdAt = new Date(beginsAtMs - FOUNDED_BEFORE_MS);
  const founded = buildStructure(demo, { ...given, createdAt, newId: () => ids(createdAt.getTime()) });
  const turned = openTurnedDeps(to.databaseUrl, { random, ids, startsAtMs: createdAt.getTime() });
  try {
    const desk = newDesk(await foundOrganization(founded, turned.deps), turned, random);
    planStories(desk, scenarios, { nowMs, pastDays });
    for (let atMs = beginsAtMs; atMs < nowMs; atMs += TOLD_EVERY_MS) {
      await playStories(desk, Math.min(nowMs, atMs + TOLD_EVERY_MS), to.signal);
      to.tell(`${demo.name}: ${Math.round((desk.clock.nowMs - beginsAtMs) / DAY_MS)} days of work`);
    }
  } finally {
    await turned.close();
  }
  return founded;
}
