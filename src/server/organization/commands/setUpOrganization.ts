import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import type { SetUpOrganization } from "@/contract/inputs/organization";
import { DomainError } from "@/domain/errors";
import { hashPassword } from "../../auth/passwords";
import type { Database } from "../../db/database";
import type { Deps } from "../../deps";

/** Any number: it only keeps two first visits from setting up at once. */
const SETUP_LOCK = 4_711;
const MINUTE_MS = 60_000;

/**
 * The first visit of an empty deployment: the organization, one team around the clock, a widget, and the administrator,
 * who also supervises that team.
 *
 * @throws DomainError `already_set_up`
 */
export async function setUpOrganization(input: SetUpOrganization, deps: Deps): Promise<Record<string, never>> {
  const passwordHash = await hashPassword(input.password);
  await deps.db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${SETUP_LOCK})`.execute(tx);
    const known = await tx.selectFrom("organization").select("id").limit(1).executeTakeFirst();
    if (known) throw new DomainError("already_set_up");
    const first = await insertOrganization(tx, input, deps);
    await insertAdministrator(tx, { ...input, passwordHash }, first, deps);
    await insertPromises(tx, first, deps);
  });
  return {};
}

type First = { organizationId: string; teamId: string; policyId: string; of: { organization_id: string } };

async function insertOrganization(tx: Database, input: SetUpOrganization, deps: Deps): Promise<First> {
  const now = deps.clock.now();
  const [organizationId, teamId, policyId] = [deps.newId(), deps.newId(), deps.newId()];
  const of = { organization_id: organizationId };
  await tx
    .insertInto("organization")
    .values({
      id: organizationId,
      slug: slugOf(input.organizationName),
      name: input.organizationName,
      alias_name: input.organizationName,
      time_zone: input.timeZone,
      created_at: now,
    })
    .execute();
  await tx
    .insertInto("party")
    .values([
      { id: organizationId, ...of, kind: "organization", name: input.organizationName, created_at: now },
      { id: teamId, ...of, kind: "team", name: "Support", created_at: now },
    ])
    .execute();
  await tx
    .insertInto("team")
    .values({ party_id: teamId, ...of })
    .execute();
  await tx
    .insertInto("widget")
    .values({
      id: deps.newId(),
      ...of,
      key: `pk_${randomBytes(12).toString("base64url")}`,
      title: input.organizationName,
      greeting: "How can we help?",
      accent: "#3355cc",
      created_at: now,
    })
    .execute();
  return { organizationId, teamId, policyId, of };
}

async function insertAdministrator(
  tx: Database,
  person: SetUpOrganization & { passwordHash: string },
  { teamId, of }: First,
  deps: Deps,
): Promise<void> {
  const now = deps.clock.now();
  const [repId, userId] = [deps.newId(), deps.newId()];
  const email = person.email.toLowerCase();
  await tx
    .insertInto("app_user")
    .values({ id: userId, email, name: person.name, password_hash: person.passwordHash, created_at: now })
    .execute();
  await tx
    .insertInto("party")
    .values({ id: repId, ...of, kind: "rep", name: person.name, created_at: now })
    .execute();
  await tx
    .insertInto("rep")
    .values({
      party_id: repId,
      ...of,
      user_id: userId,
      role: "administrator",
      public_name: person.name.split(" ")[0] ?? person.name,
    })
    .execute();
  await tx
    .insertInto("rep_load")
    .values({ rep_id: repId, ...of, availability_since: now })
    .execute();
  await tx
    .insertInto("team_member")
    .values({ id: deps.newId(), ...of, team_id: teamId, rep_id: repId, is_supervisor: true, from_at: now })
    .execute();
}

async function insertPromises(tx: Database, { teamId, policyId, of }: First, deps: Deps): Promise<void> {
  const target = (metric: "pick_up" | "first_reply" | "status_update", minutes: number) => ({
    id: deps.newId(),
    ...of,
    sla_policy_id: policyId,
    metric,
    budget_ms: minutes * MINUTE_MS,
  });
  await tx
    .insertInto("sla_policy")
    .values({ id: policyId, ...of, name: "Standard", is_default: true, created_at: deps.clock.now() })
    .execute();
  await tx
    .insertInto("sla_target")
    .values([target("pick_up", 15), target("first_reply", 30), target("status_update", 60)])
    .execute();
  await tx
    .insertInto("category")
    .values({ id: deps.newId(), ...of, name: "General", team_id: teamId, sla_policy_id: policyId, is_offered: true })
    .execute();
}

function slugOf(name: string): string {
  const slug = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return slug || "organization";
}
