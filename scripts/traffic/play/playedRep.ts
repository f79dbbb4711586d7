import type { CategoryView, MeView } from "@/contract/views/organizationViews";
import type { SeededRandom } from "@/demo/seeding/chance/seededRandom";
import { type ProcedureClient, procedureClient } from "../desk/procedureClient";
import { signIn } from "../desk/signIn";

/** A played member of the organization, signed in and available. */
export interface PlayedRep {
  readonly client: ProcedureClient;
  readonly me: MeView;
  readonly categories: readonly CategoryView[];
  readonly random: SeededRandom;
  /** The number of requests on which this rep works now. */
  inHand: number;
}

/** Signs a member in and sets them available. */
export async function arriveAtDesk(
  url: string,
  logIn: { email: string; password: string },
  random: SeededRandom,
): Promise<PlayedRep> {
  const client = procedureClient(url, { cookie: await signIn(url, logIn) });
  const [me, categories] = await Promise.all([client.me.get.query(), client.category.list.query()]);
  await client.me.setAvailability.mutate({ availability: "available" });
  return { client, me, categories, random, inHand: 0 };
}

/** Restores the availability that a member had before the play. */
export async function leaveDesk({ client, me }: PlayedRep): Promise<void> {
  await client.me.setAvailability.mutate({ availability: me.availability });
}
