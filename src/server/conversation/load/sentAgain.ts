import { isDeepStrictEqual } from "node:util";
import { DomainError } from "@/domain/errors";
import type { Deps } from "../../deps";

/** What a sender asked for besides the text. It is stored with the message and shown to nobody. */
export type Asked = Readonly<Record<string, string | boolean | null>>;

/** What was stored when a client id was first used. Later edits do not show here. */
export type FirstSent = {
  readonly messageId: string;
  readonly interactionId: string;
  readonly body: string;
  /** Null if an earlier version of Parley stored it. */
  readonly asked: Asked | null;
};

/** The content of a message, in which `asked` is kept. */
export const contentOfSent = (asked: Asked): { asked: Asked } => ({ asked });

/** Whether the sender asks for the same as when the client id was first used. True if that is not known. */
export function isAskedAgain({ asked }: FirstSent, now: Asked): boolean {
  return asked === null || isDeepStrictEqual(asked, now);
}

/** What its sender first stored under a client id; null if the id is new. */
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
 * Does once what a client id stands for. The same request again gets the same answer, even if it could no longer be
 * done now. Another text or place under a known id is refused.
 *
 * @param of `act` does it, and returns null if the client id is known; `isSame` compares what was stored with what is
 *   sent now; `again` makes the answer to a repetition
 * @throws DomainError `client_id_reused`, and all that `act` throws
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
  if (stored === null) throw refusal ?? new Error("the writer knows a client id that has no message");
  if (!(await of.isSame(stored))) throw new DomainError("client_id_reused");
  return of.again(stored);
}
