import type { CategoryView, MeView } from "@/contract/views/organizationViews";
import type { SeededRandom } from "@/demo/seeding/chance/seededRandom";
import { type ProcedureClient, procedureClient } from "../desk/procedureClient";
import { signIn } from "../desk/signIn";

/** A member of the organization who is played, signed in and at work. */
export interface PlayedRep {
  readonly client: ProcedureClient;
  readonly me: MeView;
  readonly categories: readonly CategoryView[];
  readonly random: SeededRandom;
  /** Requests this rep takes care of at the moment. */
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

/** Gives a member back the availability they had before the play. */
export async function leaveDesk({ client, me }: PlayedRep): Promise<void> {
  await client.me.setAvailability.mutate({ availability: me.availability });
}
