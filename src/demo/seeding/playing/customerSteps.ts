import { storeRead } from "@/server/conversation/commands/markRead";
import { pickCategory } from "@/server/customer/commands/pickCategory";
import { postAsCustomer } from "@/server/customer/commands/postAsCustomer";
import { rateRequest } from "@/server/customer/commands/rateRequest";
import { known } from "../founding/rows";
import type { Story } from "../stories/story";
import type { Desk } from "./desk";
import { povOfContact } from "./povs";
import type { StoryRequest } from "./storyRequest";

/** Posts the customer's first message, which is routed at once (R1, R6–R14). */
export async function openStory(desk: Desk, story: Story): Promise<void> {
  const { deps } = desk;
  const { contact, opening: body, pickedCategoryId: categoryId } = story;
  const { messageId } = await postAsCustomer(contact.id, { clientId: deps.newId(), body, categoryId }, deps);
  const { sequence_id } = await deps.db
    .selectFrom("message")
    .innerJoin("interaction", "interaction.id", "message.interaction_id")
    .select("interaction.sequence_id")
    .where("message.id", "=", messageId)
    .executeTakeFirstOrThrow();
  story.sequenceId = sequence_id;
  if (sequence_id !== null) desk.stories.set(sequence_id, story);
}

/** Posts a further message of the customer, who has read all messages before it. */
export async function writeAsCustomer(desk: Desk, story: Story, request: StoryRequest, body: string): Promise<void> {
  const { deps } = desk;
  await postAsCustomer(story.contact.id, { clientId: deps.newId(), body, categoryId: null }, deps);
  await readAsCustomer(desk, story, request);
}

/** Marks all messages of the conversation as read by the customer. */
export async function readAsCustomer(desk: Desk, { contact }: Story, { interactionId }: StoryRequest): Promise<void> {
  const { last_ordinal: ordinal } = await desk.deps.db
    .selectFrom("interaction")
    .select("last_ordinal")
    .where("id", "=", interactionId)
    .executeTakeFirstOrThrow();
  await storeRead(povOfContact(desk, contact), [{ interactionId, ordinal }], desk.deps);
}

/** The customer picks the category when asked for it (R8). */
export async function pickAsCustomer({ structure, deps }: Desk, { contact, scenario }: Story): Promise<void> {
  await pickCategory(contact.id, { categoryId: known(structure.categoryIds, scenario.categoryKey) }, deps);
}

/** The customer rates the request if the scenario has a rating and they were asked for one (R15). */
export async function rate(desk: Desk, story: Story, request: StoryRequest): Promise<void> {
  const { rating } = story.scenario;
  if (!rating || !request.asksForRating) return;
  const comment = rating.comment === undefined ? null : story.fill(rating.comment);
  await rateRequest(story.contact.id, { sequenceId: request.sequenceId, score: rating.score, comment }, desk.deps);
  await readAsCustomer(desk, story, request);
}
