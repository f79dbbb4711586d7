// @vitest-environment happy-dom
import { act, screen } from "@testing-library/react";
import { useState } from "react";
import { expect, test } from "vitest";
import { aDeskServer } from "@/testing/desk/aDeskServer";
import { openDesk, withBrowser } from "@/testing/desk/openDesk";
import { SteadyTable } from "./SteadyTable";

withBrowser();

const COLUMNS = [{ id: "name", title: "Name", cell: (name: string) => name }];
const nameOf = (name: string) => name;

function People() {
  const [names, setNames] = useState(["Mia", "Tom"]);
  return (
    <>
      <SteadyTable caption="People" columns={COLUMNS} rows={names} keyOf={nameOf} emptyText="Nobody" />
      <button type="button" onClick={() => setNames(["Tom"])}>
        Mia goes
      </button>
    </>
  );
}

test("a row that is gone keeps its place under the pointer, and says so in words", async () => {
  const { user } = await openDesk(<People />, aDeskServer());
  await user.hover(screen.getByRole("rowheader", { name: "Mia" }));
  act(() => screen.getByRole("button", { name: "Mia goes" }).click());
  expect(screen.getAllByRole("rowheader").map(({ textContent }) => textContent)).toEqual([
    "Mia (no longer in this list)",
    "Tom",
  ]);
  await user.click(screen.getByRole("button", { name: "New order – show" }));
  expect(screen.getAllByRole("rowheader").map(({ textContent }) => textContent)).toEqual(["Tom"]);
});
