import { afterAll, expect, test } from "vitest";
import { signIn } from "@/server/auth/signIn";
import { viewers } from "@/server/auth/viewers";
import { storedRequest } from "@/testing/scenes/storedRequest";
import { openTestWorld } from "@/testing/world/openTestWorld";
import { runDueJobs } from "@/testing/world/runDueJobs";
import { beginVisit } from "../../auth/beginVisit";
import { setAvailability } from "../../availability/setAvailability";
import { pickCategory } from "../../customer/commands/pickCategory";
import { postAsCustomer } from "../../customer/commands/postAsCustomer";
import { setUpOrganization } from "./setUpOrganization";

const world = await openTestWorld();
const { deps } = world;
afterAll(() => world.close());

const first = (name: string) => ({
  organizationName: name,
  timeZone: "Europe/Madrid",
  name: "Ada Admin",
  email: "Ada@Example.com",
  password: "correct horse",
});

test("of several first visits at once only one sets up, and what it made works", async () => {
  const outcomes = await Promise.allSettled(
    ["One", "Two", "Three"].map((name) => setUpOrganization(first(name), deps)),
  );
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const refusals = outcomes.flatMap((each) => (each.status === "rejected" ? [each.reason.code] : []));
  expect(refusals).toEqual(["already_set_up", "already_set_up"]);

  const signedIn = await signIn("ada@example.com", "correct horse", deps);
  const viewer = await viewers(deps).of(signedIn?.sessionId ?? "");
  if (viewer === null) throw new Error("the administrator signs in");
  expect(viewer.role).toBe("administrator");
  expect(viewer.pov.supervisedTeamIds).toHaveLength(1);

  const widget = await deps.db.selectFrom("widget").select("key").executeTakeFirstOrThrow();
  const category = await deps.db.selectFrom("category").select("id").executeTakeFirstOrThrow();
  const { contactId } = await beginVisit(widget.key, deps);
  await postAsCustomer(contactId, { clientId: deps.newId(), body: "Hello", categoryId: null }, deps);
  await pickCategory(contactId, { categoryId: category.id }, deps);
  await setAvailability(viewer.pov, { availability: "available" }, deps);
  await runDueJobs(deps);
  const { sequence_id } = await deps.db.selectFrom("request").select("sequence_id").executeTakeFirstOrThrow();
  expect(await storedRequest(sequence_id, deps)).toMatchObject({
    state: "assigned",
    assigned_to_id: viewer.pov.partyId,
  });
});

test("nobody can begin a visit at a widget that does not exist", async () => {
  await expect(beginVisit("pk_none", deps)).rejects.toMatchObject({ code: "not_found" });
});
