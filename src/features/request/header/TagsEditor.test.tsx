// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { TAGS_MAX } from "@/contract/inputs/limits";
import { aDeskServer } from "@/testing/desk/aDeskServer";
import { openDesk, pass, withBrowser } from "@/testing/desk/openDesk";
import { TagsEditor } from "./TagsEditor";

withBrowser();

async function openTags(count: number) {
  const onChange = vi.fn();
  const tags = Array.from({ length: count }, (_, index) => `tag ${index}`);
  const editor = <TagsEditor tags={tags} mayChange isOpen onChange={onChange} onOpenChange={vi.fn()} />;
  const desk = await openDesk(editor, aDeskServer());
  await pass();
  return { onChange, ...desk };
}

const field = () => screen.getByRole<HTMLInputElement>("textbox", { name: "New tag" });

test("a tag is added by Enter", async () => {
  const { user, onChange } = await openTags(1);
  await user.type(field(), "vip{Enter}");
  expect(onChange.mock.calls).toEqual([[["tag 0", "vip"]]]);
  expect(field().value).toBe("");
});

test("one tag too many is refused in words, and what was typed stays", async () => {
  const { user, onChange } = await openTags(TAGS_MAX);
  await user.type(field(), "vip{Enter}");
  expect(onChange).not.toHaveBeenCalled();
  expect(field().value).toBe("vip");
  expect(screen.getByText(`A request has at most ${TAGS_MAX} tags. Remove one first.`)).toBeTruthy();
});
