// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { useTRPCClient } from "@/client/trpc";
import { UndoProvider, useUndo } from "@/features/shell/undo/UndoProvider";
import { aDeskServer } from "@/testing/desk/aDeskServer";
import { Refusal } from "@/testing/desk/deskServer";
import { openDesk, pass, withBrowser } from "@/testing/desk/openDesk";
import { rememberMove } from "./rememberMove";

withBrowser();

function Taking() {
  const client = useTRPCClient();
  const undo = useUndo();
  const take = () =>
    rememberMove("refund", client.sequence.take.mutate({ sequenceId: "refund" }), undo, client).catch(() => undefined);
  return (
    <>
      <button type="button" onClick={take}>
        Take it
      </button>
      <button type="button" onClick={undo.undo}>
        Undo it
      </button>
    </>
  );
}

async function openTaking(server = aDeskServer()) {
  server.answer("sequence.takeBackMove", () => undefined);
  const desk = await openDesk(
    <UndoProvider>
      <Taking />
    </UndoProvider>,
    server,
  );
  return { server, ...desk };
}

test("an undo before the answer takes the move back once it is answered", async () => {
  const { server, user } = await openTaking();
  server.answer("sequence.take", () => undefined);
  const release = server.holdBack("sequence.take");
  await user.click(screen.getByRole("button", { name: "Take it" }));
  await pass();
  await user.click(screen.getByRole("button", { name: "Undo it" }));
  await pass();
  expect(server.inputsOf("sequence.takeBackMove")).toEqual([]);
  release();
  await pass();
  await pass();
  expect(server.inputsOf("sequence.takeBackMove")).toEqual([{ sequenceId: "refund" }]);
});

test("a move that was refused is not taken back", async () => {
  const { server, user } = await openTaking();
  server.answer("sequence.take", () => {
    throw new Refusal("already_taken", 409);
  });
  await user.click(screen.getByRole("button", { name: "Take it" }));
  await pass();
  await user.click(screen.getByRole("button", { name: "Undo it" }));
  await pass();
  expect(server.inputsOf("sequence.takeBackMove")).toEqual([]);
});
