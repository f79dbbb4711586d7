import type { Pov } from "@/domain/pov/pov";
import { type Visitor, visitorOf } from "@/server/auth/visitors";
import type { Deps } from "@/server/deps";
import { CUSTOMERS, type CustomerName, REPS, type RepName, type TeamName } from "../laws/histories";
import { anOrganization, type TestOrganization } from "./anOrganization";

const HOUR_MS = 3_600_000;
/** Short, so that histories have several sequences of one customer. */
const REOPEN_WITHIN_MS = 30_000;

/** The people who act in a history. */
export type Cast = {
  readonly house: TestOrganization<TeamName, "card" | "loan", RepName>;
  pov(rep: RepName): Promise<Pov>;
  readonly customers: Readonly<Record<CustomerName, Visitor>>;
};

/** An organization with the people of a history: some reps are available, some away, one supervises both teams. */
export async function aCast(slug: string, deps: Deps): Promise<Cast> {
  const house = await anOrganization(
    {
      slug,
      teams: { cards: {}, loans: { admitsWithoutAsking: true } },
      categories: { card: { team: "cards", keywords: ["card"] }, loan: { team: "loans", keywords: ["loan"] } },
      reps: {
        ana: { teams: ["cards"], capacity: 2 },
        ben: { teams: ["cards"], availability: "away" },
        cleo: { teams: ["loans"], availability: "offline" },
        dan: { teams: ["loans"], capacity: 1 },
        sue: {
          role: "supervisor",
          teams: ["cards", "loans"],
          supervises: ["cards", "loans"],
          availability: "away",
        },
      },
      budgetsMs: { pick_up: HOUR_MS, first_reply: 8 * HOUR_MS, next_reply: 4 * HOUR_MS, status_update: 2 * HOUR_MS },
    },
    deps,
  );
  await deps.db
    .updateTable("organization")
    .set({ reopen_within_ms: REOPEN_WITHIN_MS })
    .where("id", "=", house.id)
    .execute();
  const customers: Partial<Record<CustomerName, Visitor>> = {};
  for (const name of CUSTOMERS) customers[name] = await aVisitor(house, deps);
  return {
    house,
    pov: async (rep) => (await house.viewer(rep)).pov,
    customers: customers as Record<CustomerName, Visitor>,
  };
}

/** The present points of view of all members of the cast. */
export async function memberPovs(cast: Cast): Promise<Record<RepName, Pov>> {
  const povs = await Promise.all(REPS.map(async (rep) => [rep, await cast.pov(rep)] as const));
  return Object.fromEntries(povs) as Record<RepName, Pov>;
}

async function aVisitor(house: Pick<TestOrganization, "visitor" | "widgetKey">, deps: Deps): Promise<Visitor> {
  const { token } = await house.visitor();
  const visitor = await visitorOf(token, house.widgetKey, deps);
  if (visitor === null) throw new Error("a visitor who just came is known");
  return visitor;
}
