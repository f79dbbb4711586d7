import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { recordsSchema } from "./recordsSchema";

const whole = readFileSync("prisma/schema.prisma", "utf8");
const records = recordsSchema(whole);
const modelsOf = (schema: string) => [...schema.matchAll(/^model (\w+) \{/gm)].map(([, name]) => name ?? "");
/** The types of all columns and relations. */
const typesOf = (schema: string) =>
  [...schema.matchAll(/^model \w+ \{\n((?:.*\n)*?)\}/gm)].flatMap(([, body = ""]) =>
    [...body.matchAll(/^ {2}\w+ +(\w+)/gm)].map(([, type]) => type ?? ""),
  );

test("models and enums have names in PascalCase, and each says its name in SQL", () => {
  const blocks = [...whole.matchAll(/^(?:model|enum) (\w+) \{\n((?:.*\n)*?)\}/gm)];
  expect(blocks.length).toBeGreaterThan(70);
  const unnamed = blocks.filter(
    ([, name = "", body = ""]) => !/^[A-Z][a-zA-Z]+$/.test(name) || !/^ {2}@@map\("[a-z_]+"\)$/m.test(body),
  );
  expect(unnamed.map(([, name]) => name)).toEqual([]);
});

test("Prisma's client has no way to rows of a point of view, not even by a relation", () => {
  const apart = modelsOf(whole).filter((name) => !modelsOf(records).includes(name));
  expect(apart).toEqual(expect.arrayContaining(["Message", "MessageRevision", "Interaction", "PovEntry", "Request"]));
  expect(typesOf(records).filter((type) => apart.includes(type))).toEqual([]);
});

test("records keep all their columns and their relations to each other", () => {
  const bodyOf = (schema: string, model: string) =>
    new RegExp(`^model ${model} \\{\\n((?:.*\\n)*?)\\}`, "m").exec(schema)?.[1]?.split("\n") ?? [];
  const apart = new Set(modelsOf(whole).filter((name) => !modelsOf(records).includes(name)));
  for (const model of modelsOf(records)) {
    const left = bodyOf(whole, model).filter((line) => !bodyOf(records, model).includes(line));
    expect(left.filter((line) => !apart.has(/^ {2}\w+ +(\w+)/.exec(line)?.[1] ?? ""))).toEqual([]);
  }
  expect(bodyOf(records, "Rep").join("\n")).toMatch(/^ {2}user +User /m);
});
