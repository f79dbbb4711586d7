import { beginVisit } from "@/server/auth/beginVisit";
import { type Viewer, viewers } from "@/server/auth/viewers";
import type { Deps } from "@/server/deps";
import {
  giveHours,
  type OrganizationPlan,
  writeCategory,
  writeOrganization,
  writePolicy,
  writeTeam,
} from "./writeOrganization";
import { writeRep } from "./writeRep";

/** An organization of a test, under the names that the test gave. */
export type TestOrganization<
  Team extends string = string,
  Category extends string = string,
  Rep extends string = string,
> = {
  readonly id: string;
  readonly widgetKey: string;
  readonly teams: Readonly<Record<Team, string>>;
  readonly categories: Readonly<Record<Category, string>>;
  readonly reps: Readonly<Record<Rep, { id: string; userId: string; sessionId: string; email: string }>>;
  /** A rep's session as the server sees it now. @throws Error if it has ended */
  viewer(rep: Rep): Promise<Viewer>;
  /** Begins the visit of a new visitor of the widget. */
  visitor(): Promise<{ contactId: string; token: string }>;
};

/** Writes the planned organization with its teams, categories, people (each with a session) and widget. */
export async function anOrganization<Team extends string, Category extends string, Rep extends string>(
  plan: OrganizationPlan<Team, Category, Rep>,
  deps: Deps,
): Promise<TestOrganization<Team, Category, Rep>> {
  const slug = plan.slug ?? "org";
  const id = deps.newId();
  const widgetKey = `pk_${slug}`;
  await writeOrganization({ id, slug, widgetKey }, plan, deps);
  const policyId = await writePolicy(id, plan.budgetsMs ?? {}, { isDefault: true }, deps);
  const policies = await eachOf(plan.policies ?? {}, (_name, budgets) =>
    writePolicy(id, budgets, { isDefault: false }, deps),
  );
  if (plan.calendar) await giveHours(id, plan.calendar, deps);
  const teams = await eachOf(plan.teams, (name, team) => writeTeam(id, name, team, deps));
  const written: Record<string, string> = {};
  const categories = await eachOf(plan.categories, async (name, category) => {
    const of = {
      id,
      name,
      policyId:
        category.policy === undefined
          ? policyId
          : category.policy === null
            ? null
            : (policies[category.policy] ?? null),
      teamId: category.team === undefined ? null : teams[category.team],
      parentId: category.parent === undefined ? null : (written[category.parent] ?? null),
    };
    const categoryId = await writeCategory(of, category, deps);
    written[name] = categoryId;
    return categoryId;
  });
  const reps = await eachOf(plan.reps, (name, rep) => writeRep({ id, slug, name, teams }, rep, deps));
  return {
    id,
    widgetKey,
    teams,
    categories,
    reps,
    async viewer(rep) {
      const viewer = await viewers(deps).of(reps[rep].sessionId);
      if (viewer === null) throw new Error(`${rep} is no longer signed in`);
      return viewer;
    },
    visitor: () => beginVisit(widgetKey, deps),
  };
}

async function eachOf<Name extends string, Plan, Written>(
  plans: Record<Name, Plan>,
  write: (name: Name, plan: Plan) => Promise<Written>,
): Promise<Record<Name, Written>> {
  const written: Partial<Record<Name, Written>> = {};
  for (const name of Object.keys(plans) as Name[]) written[name] = await write(name, plans[name]);
  return written as Record<Name, Written>;
}
