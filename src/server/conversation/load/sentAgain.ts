import { DomainError } from "@/domain/errors";
import type { Deps } from "../../deps";

/** What was stored when a client id was first used: the first words, whatever was edited since. */
export type FirstSent = {
  readonly messageId: string;
  readonly interactionId: string;
  readonly body: string;
};

/** What its sender stored under a client id; null where it is new. */
export async function firstSent(authorId: string, clientId: string, { pool }: Deps): Promise<FirstSent | null> {
  const { rows } = await pool.query<FirstSent>({
    name: "first_sent",
    text: `select m.id as "messageId", m.interaction_id as "interactionId", coalesce(r.body, m.body) as body
      from message m left join message_revision r on r.message_id = m.id and r.revision = 1
      where m.author_id = $1 and m.client_id = $2`,
    values: [authorId, clientId],
  });
  return rows[0] ?? null;
}

/**
 * Does what a client id stands for once. Who sends the same again is answered the same, also where nothing new could be
 * done any more; who sends other words or to another place under a known id is refused, and keeps them.
 *
 * @param isSame whether what was stored is what is sent now
 * @param act does it; null where it found the client id known
 * @throws DomainError `client_id_reused`, and whatever `act` refuses with
 */
export async function onceForClientId<Result>(
  sent: { authorId: string; clientId: string },
  of: {
    isSame(stored: FirstSent): boolean | Promise<boolean>;
    act(): Promise<Result | null>;
    again(stored: FirstSent): Result;
  },
  deps: Deps,
): Promise<Result> {
  let refusal: DomainError | null = null;
  try {
    const result = await of.act();
    if (result !== null) return result;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    refusal = error;
  }
  const stored = await firstSent(sent.authorId, sent.clientId, deps);
  if (stored === null) throw refusal ?? new Error("a known client id has no message");
  if (!(await of.isSame(stored))) throw new DomainError("client_id_reused");
  return of.again(stored);
}
