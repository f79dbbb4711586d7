import { screen } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import type { InteractionView } from "@/contract/views/conversationViews";
import { Composer } from "@/features/conversation/composer/Composer";
import { useEditOutgoing } from "@/features/conversation/composer/useEditOutgoing";
import { Thread } from "@/features/conversation/thread/Thread";

/** A thread above its composer, as in the panes of the desk. */
export function Exchange({ interaction }: { interaction: InteractionView }) {
  const editOutgoing = useEditOutgoing();
  const name = interaction.name ?? "Ana Costa";
  return (
    <>
      <Thread interaction={interaction} name={name} onQuote={null} onEditOutgoing={editOutgoing} />
      <Composer interaction={interaction} name={name} sequence={null} />
    </>
  );
}

/** Writes a message to the customer, or into the named backchannel, and sends it by the keys. */
export async function send(user: UserEvent, text: string, to = "Reply to Ana Costa"): Promise<void> {
  await user.click(screen.getByRole("textbox", { name: new RegExp(`^${to}`) }));
  // Pasting is much faster than a key for each letter.
  await user.paste(text);
  await user.keyboard("{Control>}{Enter}{/Control}");
}
