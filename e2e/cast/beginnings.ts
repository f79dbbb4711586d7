import { type Cast, expect, type Member } from "../fixtures";
import type { WidgetPage } from "../pages/WidgetPage";
import { PEOPLE } from "./people";

/** The rep, signed in and available for new requests. */
export async function onDuty(cast: Cast): Promise<Member> {
  const rep = await cast.member("rep");
  await rep.api.me.setAvailability.mutate({ availability: "available" });
  return rep;
}

/** A new customer who has written a first message. */
export async function asks(cast: Cast, opening: string): Promise<{ opening: string; widget: WidgetPage }> {
  const { widget } = await cast.customer();
  await widget.visit();
  await widget.openChat();
  await widget.say(opening);
  await expect(widget.line(opening)).not.toContainText("Sending");
  return { opening, widget };
}

/** The id of the rep's own request of that subject. */
export async function sequenceIdOf({ api }: Member, subject: string): Promise<string> {
  const find = async () => {
    const { rows } = await api.queue.list.query({ view: "mine", limit: 100 });
    return rows.find((row) => row.subject === subject)?.sequenceId ?? "";
  };
  await expect.poll(find).not.toBe("");
  return find();
}

/** Opens a backchannel about the rep's request and invites the specialist. */
export async function invitesSpecialist(rep: Member, subject: string, question: string): Promise<void> {
  const { interactions } = await rep.api.sequence.get.query({ sequenceId: await sequenceIdOf(rep, subject) });
  const people = await rep.api.directory.reps.query({});
  const specialist = people.find(({ name }) => name === PEOPLE.specialist.name);
  await rep.api.interaction.openBackchannel.mutate({
    parentId: interactions[0]?.id ?? "",
    clientId: crypto.randomUUID(),
    question,
    categoryId: null,
    teamIds: [],
    repIds: specialist ? [specialist.id] : [],
    sharedMessageIds: [],
    sharesCustomerName: false,
  });
}
