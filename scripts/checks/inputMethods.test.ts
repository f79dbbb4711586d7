import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

/** Files that check compositions themselves, and the loader, whose buttons on the host's page contain no text field. */
const READERS = ["src/ui/keys/", "src/features/shell/shortcuts/keysOfEvent.ts", "src/widget/loader/"];
const LISTENS = /\bonKey(?:Down|Up|Press)(?:Capture)?\b|onkey(?:down|up|press)\b|["'`]key(?:down|up|press)["'`]/;
/** Fields of the event by which code would take a key of a composition for one of ours. */
const READS_EVENT =
  /\b(?:event|nativeEvent|press|pressed|e)\.(?:key|isComposing|keyCode|which)\b|\{[^}]*\bkey\b[^}]*\}\s*(?:=\s*event\b|:\s*(?:React\.)?KeyboardEvent)/;
const ASKS = /\b(?:pressedKey|keysOfEvent|leaveToInputMethod|typeIntoField|isSubmitKey)\b/;
/** A handler that is only passed on, from a file that has checked. */
const HANDS_ON = /onKeyDown=\{onKeyDown\}/;

/** Returns what is wrong with a file: it reads a key that may belong to an input method. */
function faultOf(source: string): string | null {
  if (READS_EVENT.test(source)) return "reads the event's key";
  if (LISTENS.test(source) && !ASKS.test(source) && !HANDS_ON.test(source)) return "listens without asking";
  return null;
}

test("every component reads keys by pressedKey, which leaves those of a composition alone", () => {
  const files = ["features", "ui", "widget", "app"].flatMap((folder) => filesIn(join("src", folder)));
  const screens = files.filter(
    (file) => /(?<![.]test)[.]tsx?$/.test(file) && !READERS.some((reader) => file.startsWith(reader)),
  );
  expect(screens.length).toBeGreaterThan(200);
  const faults = screens.flatMap((file) => {
    const fault = faultOf(readFileSync(file, "utf8"));
    return fault === null ? [] : [`${file}: ${fault}`];
  });
  expect(faults).toEqual([]);
});

test.each([
  'onKeyDown={(event) => event.key === "Enter" && save()}',
  'addEventListener("keydown", close)',
  "function act({ key }: KeyboardEvent) {}",
  "const { key, target } = event;",
  'if (event.isComposing || event.key !== "Enter") return;',
])("it finds %s", (source) => {
  expect(faultOf(source)).not.toBeNull();
});

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => join(folder, file));
}
