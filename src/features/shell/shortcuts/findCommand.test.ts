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

test("a sequence is awaited after its first key and found after its last", () => {
  const commands = commandsOf("go.board", "go.mine");
  expect(findCommand(commands, "g", everywhere)).toEqual({ run: null, isBeginning: true });
  expect(findCommand(commands, "g b", everywhere).run?.id).toBe("go.board");
});

test("single letters do nothing while somebody writes; keys with a modifier do", () => {
  const commands = commandsOf("conversation.reply", "shell.palette");
  expect(findCommand(commands, "r", { focused: [], isWriting: true }).run).toBeNull();
  expect(findCommand(commands, "mod+k", { focused: [], isWriting: true }).run?.id).toBe("shell.palette");
});

test("an invitation's keys act only inside it, and there before the page's", () => {
  const commands = commandsOf("invitation.decline", "conversation.reply");
  expect(findCommand(commands, "r", everywhere).run?.id).toBe("conversation.reply");
  expect(findCommand(commands, "r", { focused: ["invitation"], isWriting: false }).run?.id).toBe("invitation.decline");
});

test("a command that cannot be done now is not found", () => {
  const registry = createRegistry();
  registry.add([{ id: "queue.takeNext", title: "", run, when: () => false }]);
  expect(findCommand(registry.all(), "t", everywhere).run).toBeNull();
});

test("commands go when what offered them goes", () => {
  const registry = createRegistry();
  registry.add([{ id: "queue.next", title: "", run }])();
  expect(registry.all()).toEqual([]);
});
