import { isDeepStrictEqual } from "node:util";
import { DomainError } from "@/domain/errors";
import type { Deps } from "../../deps";

/** What a sender asked for beside the words; stored with the message, and shown to nobody. */
export type Asked = Readonly<Record<string, string | boolean | null>>;

/** What was stored when a client id was first used: the first words, whatever was edited since. */
export type FirstSent = {
  readonly messageId: string;
  readonly interactionId: string;
  readonly body: string;
  /** Null for what an earlier version stored. */
  readonly asked: Asked | null;
};

/** The content of a message that is sent under a client id. */
export const contentOfSent = (asked: Asked): { asked: Asked } => ({ asked });

/** Whether the same was asked for as when the client id was first used, as far as that is known. */
export function isAskedAgain({ asked }: FirstSent, now: Asked): boolean {
  return asked === null || isDeepStrictEqual(asked, now);
}

/** What its sender stored under a client id; null where it is new. */
export async function firstSent(authorId: string, clientId: string, { pool }: Deps): Promise<FirstSent | null> {
  const { rows } = await pool.query<FirstSent>({
    name: "first_sent_and_asked",
    text: `select m.id as "messageId", m.interaction_id as "interactionId", coalesce(r.body, m.body) as body,
        m.content -> 'asked' as asked
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
