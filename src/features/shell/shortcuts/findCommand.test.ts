import { expect, test } from "vitest";
import { findCommand } from "./findCommand";
import { createRegistry } from "./registry";

const run = () => undefined;
const everywhere = { focused: [], isWriting: false };

function commandsOf(...ids: string[]) {
  const registry = createRegistry();
  registry.add(ids.map((id) => ({ id, title: id, run })));
  return registry.all();
}

test("the first key of a sequence waits for the next, and the last one finds the command", () => {
  const commands = commandsOf("go.board", "go.mine");
  expect(findCommand(commands, "g", everywhere)).toEqual({ run: null, isBeginning: true });
  expect(findCommand(commands, "g b", everywhere).run?.id).toBe("go.board");
});

test("in a text field only keys with a modifier act, not single letters", () => {
  const commands = commandsOf("conversation.reply", "shell.palette");
  expect(findCommand(commands, "r", { focused: [], isWriting: true }).run).toBeNull();
  expect(findCommand(commands, "mod+k", { focused: [], isWriting: true }).run?.id).toBe("shell.palette");
});

test("the keys of an invitation act only inside it, and win there over those of the page", () => {
  const commands = commandsOf("invitation.decline", "conversation.reply");
  expect(findCommand(commands, "r", everywhere).run?.id).toBe("conversation.reply");
  expect(findCommand(commands, "r", { focused: ["invitation"], isWriting: false }).run?.id).toBe("invitation.decline");
});

test("a command that cannot be run now is not found", () => {
  const registry = createRegistry();
  registry.add([{ id: "queue.takeNext", title: "", run, when: () => false }]);
  expect(findCommand(registry.all(), "t", everywhere).run).toBeNull();
});

test("commands are gone when they are removed", () => {
  const registry = createRegistry();
  registry.add([{ id: "queue.next", title: "", run }])();
  expect(registry.all()).toEqual([]);
});
