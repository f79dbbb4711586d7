// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { aDeskServer } from "@/testing/desk/aDeskServer";
import { openDesk, pass, withBrowser } from "@/testing/desk/openDesk";
import { type ToastContent, useToast } from "./useToast";

withBrowser();

let show: (content: ToastContent) => string = () => "";

function Shower() {
  show = useToast().show;
  return null;
}

const toasts = () => [...document.querySelectorAll("[data-toast]")].map(({ textContent }) => textContent);

test("the same words replace the toast that says them, and keep its action; other words get their own", async () => {
  await openDesk(<Shower />, aDeskServer());
  const onAction = vi.fn();
  show({ title: "State: Need info", action: { label: "Undo", onAction } });
  show({ title: "State: Need info" });
  await pass();
  expect(toasts()).toHaveLength(1);
  expect(screen.getByText("Undo")).toBeTruthy();
  show({ title: "There is nothing to take." });
  show({ title: "There is nothing to take." });
  await pass();
  expect(toasts()).toHaveLength(2);
});
