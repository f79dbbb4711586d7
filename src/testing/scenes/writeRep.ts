import type { RepRole } from "@/contract/views/organizationViews";
import type { Availability } from "@/domain/routing/availability";
import type { Deps } from "@/server/deps";

const NOBODYS_PASSWORD = "no hash at all";
const DAY_MS = 86_400_000;

/** A rep as a test plans them; what is left out has a default. */
export type RepPlan<Team extends string> = {
  role?: RepRole;
  teams?: Team[];
  supervises?: Team[];
  capacity?: number;
  availability?: Availability;
  passwordHash?: string;
};

/** Writes a rep with account, capacity, team memberships and a session of one year. */
export async function writeRep<Team extends string>(
  of: { id: string; slug: string; name: string; teams: Record<Team, string> },
  plan: RepPlan<Team>,
  { db, clock, newId }: Deps,
) {
  const now = clock.now();
  const [id, userId, sessionId] = [newId(), newId(), newId()];
  const email = `${of.name}@${of.slug}.example`;
  const own = { organization_id: of.id };
  const name = `${of.name} of ${of.slug}`;
  await db
    .insertInto("party")
    .values({ id, ...own, kind: "rep", name, created_at: now })
    .execute();
  await db
    .insertInto("app_user")
    .values({ id: userId, email, name, password_hash: plan.passwordHash ?? NOBODYS_PASSWORD, created_at: now })
    .execute();
  await db
    .insertInto("rep")
    .values({ party_id: id, ...own, user_id: userId, role: plan.role ?? "rep", public_name: `Public ${of.name}` })
    .execute();
  await db
    .insertInto("rep_load")
    .values({
      rep_id: id,
      ...own,
      availability: plan.availability ?? "available",
      availability_since: now,
      capacity: plan.capacity ?? 4,
    })
    .execute();
  for (const team of plan.teams ?? [])
    await db
      .insertInto("team_member")
      .values({
        id: newId(),
        ...own,
        team_id: of.teams[team],
        rep_id: id,
        is_supervisor: plan.supervises?.includes(team) ?? false,
        from_at: now,
      })
      .execute();
  await db
    .insertInto("user_session")
    .values({
      id: sessionId,
      user_id: userId,
      rep_id: id,
      created_at: now,
      expires_at: new Date(now.getTime() + 365 * DAY_MS),
    })
    .execute();
  return { id, userId, sessionId, email };
}
