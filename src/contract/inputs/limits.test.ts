import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { messagesIn } from "@/i18n/messages";
import { TAGS_MAX } from "./limits";

/** The folders in which texts are typed or received. The gallery is left out: its fields send nothing. */
const ROOMS = ["app", "client", "features", "ui", "widget", "contract/inputs", "server/trpc"];
const LIMIT_OF_ITS_OWN = /(LENGTH|BODY|COMMENT|TEXT)_M(AX|IN) = \d|lengthMax[=:]\s*\{?\d|Text\(\d{3,}/;

const filesIn = (room: string) =>
  readdirSync(`src/${room}`, { recursive: true, encoding: "utf8" }).map((path) => join("src", room, path));

test("no screen and no procedure has its own limit for a text", () => {
  const files = ROOMS.flatMap(filesIn).filter(
    (path) => /(?<!limits|\.test)\.tsx?$/.test(path) && !/\bgallery\b/.test(path),
  );
  expect(files.length).toBeGreaterThan(300);
  expect(files.filter((path) => LIMIT_OF_ITS_OWN.test(readFileSync(path, "utf8")))).toEqual([]);
});

test("the refusal of too many tags says how many are allowed", () => {
  expect(messagesIn("en").errors.too_many_tags).toContain(`at most ${TAGS_MAX} tags`);
});
