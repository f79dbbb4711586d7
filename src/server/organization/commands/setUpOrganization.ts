import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import type { SetUpOrganization } from "@/contract/inputs/organization";
import { DomainError } from "@/domain/errors";
import { hashPassword } from "../../auth/passwords";
import type { Transaction } from "../../db/transact";
import type { Deps } from "../../deps";

/** Any number. It keeps two first visits from setting up at once. */
const SETUP_LOCK = 4_711;
const MINUTE_MS = 60_000;

/**
 * Sets up an empty deployment: the organization, one team around the clock, a widget, and the administrator, who also
 * supervises that team.
 *
 * @throws DomainError `already_set_up`
 */
export async function setUpOrganization(input: SetUpOrganization, deps: Deps): Promise<Record<string, never>> {
  const passwordHash = await hashPassword(input.password);
  await deps.transact(async (tx) => {
    await sql`select pg_advisory_xact_lock(${SETUP_LOCK})`.execute(tx.db);
    const known = await tx.prisma.organization.findFirst({ select: { id: true } });
    if (known) throw new DomainError("already_set_up");
    const first = await insertOrganization(tx, input, deps);
    await insertAdministrator(tx, { ...input, passwordHash }, first, deps);
    await insertPromises(tx, first, deps);
  });
  return {};
}

type First = { organizationId: string; teamId: string; policyId: string; of: { organization_id: string } };

async function insertOrganization({ prisma }: Transaction, input: SetUpOrganization, deps: Deps): Promise<First> {
  const now = deps.clock.now();
  const [organizationId, teamId, policyId] = [deps.newId(), deps.newId(), deps.newId()];
  const of = { organization_id: organizationId };
  await prisma.organization.create({
    data: {
      id: organizationId,
      slug: slugOf(input.organizationName),
      name: input.organizationName,
      alias_name: input.organizationName,
      time_zone: input.timeZone,
      created_at: now,
    },
  });
  await prisma.party.createMany({
    data: [
      { id: organizationId, ...of, kind: "organization", name: input.organizationName, created_at: now },
      { id: teamId, ...of, kind: "team", name: "Support", created_at: now },
    ],
  });
  await prisma.team.create({ data: { party_id: teamId, ...of } });
  await prisma.widget.create({
    data: {
      id: deps.newId(),
      ...of,
      key: `pk_${randomBytes(12).toString("base64url")}`,
      title: input.organizationName,
      greeting: "How can we help?",
      accent: "#3355cc",
      created_at: now,
    },
  });
  return { organizationId, teamId, policyId, of };
}

async function insertAdministrator(
  { prisma, db }: Transaction,
  person: SetUpOrganization & { passwordHash: string },
  { teamId, of }: First,
  deps: Deps,
): Promise<void> {
  const now = deps.clock.now();
  const [repId, userId] = [deps.newId(), deps.newId()];
  const email = person.email.toLowerCase();
  await prisma.user.create({
    data: { id: userId, email, name: person.name, password_hash: person.passwordHash, created_at: now },
  });
  await prisma.party.create({ data: { id: repId, ...of, kind: "rep", name: person.name, created_at: now } });
  await prisma.rep.create({
    data: {
      party_id: repId,
      ...of,
      user_id: userId,
      role: "administrator",
      public_name: person.name.split(" ")[0] ?? person.name,
    },
  });
  await db
    .insertInto("rep_load")
    .values({ rep_id: repId, ...of, availability_since: now })
    .execute();
  await prisma.teamMembership.create({
    data: { id: deps.newId(), ...of, team_id: teamId, rep_id: repId, is_supervisor: true, from_at: now },
  });
}

async function insertPromises({ prisma }: Transaction, { teamId, policyId, of }: First, deps: Deps): Promise<void> {
  const target = (metric: "pick_up" | "first_reply" | "status_update", minutes: number) => ({
    id: deps.newId(),
    ...of,
    sla_policy_id: policyId,
    metric,
    budget_ms: minutes * MINUTE_MS,
  });
  await prisma.slaPolicy.create({
    data: { id: policyId, ...of, name: "Standard", is_default: true, created_at: deps.clock.now() },
  });
  await prisma.slaTarget.createMany({
    data: [target("pick_up", 15), target("first_reply", 30), target("status_update", 60)],
  });
  await prisma.category.create({
    data: { id: deps.newId(), ...of, name: "General", team_id: teamId, sla_policy_id: policyId, is_offered: true },
  });
}

function slugOf(name: string): string {
  const slug = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return slug || "organization";
}
