import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** A browser that submits a form by itself puts everything typed into the address, and so into logs, unless it posts. */
test("every form of the console posts, so that no browser writes what was typed into an address", () => {
  const files = readdirSync("src/features", { recursive: true, encoding: "utf8" }).filter((file) =>
    /(?<!\.test)\.tsx$/.test(file),
  );
  const forms = files.flatMap((file) =>
    [...readFileSync(`src/features/${file}`, "utf8").matchAll(/<form\b[^>]*/g)].map(([tag]) => ({ file, tag })),
  );
  expect(forms.length).toBeGreaterThan(5);
  expect(forms.filter(({ tag }) => !tag.includes('method="post"')).map(({ file }) => file)).toEqual([]);
});
