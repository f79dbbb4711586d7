import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { isInputText, writtenText } from "@/domain/text/inputText";
import { PROCEDURE_PATHS } from "@/testing/scenes/callProcedure";
import { appRouter } from "./appRouter";

/** Formats that hold nothing but a few ASCII characters. */
const NARROW_FORMATS = new Set(["uuid", "email", "datetime", "date"]);

/** The paths in a schema that take any value, or a text that no builder of domain/text/inputText made. */
function plainTexts(schema: unknown, path: string): string[] {
  if (!(schema instanceof z.core.$ZodType) || (schema instanceof z.ZodType && isInputText(schema))) return [];
  const { def } = schema._zod;
  if (def.type === "any" || def.type === "unknown") return [path];
  if (def.type === "string") return NARROW_FORMATS.has(String(Reflect.get(def, "format"))) ? [] : [path];
  return Object.values(def).flatMap((part) =>
    partsOf(part).flatMap(([at, each]) => plainTexts(each, at ? `${path}.${at}` : path)),
  );

  function partsOf(part: unknown): [string, unknown][] {
    if (part instanceof z.core.$ZodType) return [["", part]];
    if (Array.isArray(part)) return part.map((each): [string, unknown] => ["", each]);
    return typeof part === "object" && part !== null ? Object.entries(part) : [];
  }
}

function inputsOf(path: string): unknown[] {
  const procedures: Record<string, unknown> = appRouter._def.procedures;
  const inputs: unknown = Reflect.get(Object(Reflect.get(Object(procedures[path]), "_def")), "inputs");
  return Array.isArray(inputs) ? inputs : [];
}

/** All that the files of contract/inputs export, by name. */
async function agreedInputs(): Promise<[name: string, schema: unknown][]> {
  const folder = new URL("../../contract/inputs/", import.meta.url);
  const rooms = readdirSync(folder).filter((file) => !/limits|[.]test[.]/.test(file));
  const modules: object[] = await Promise.all(rooms.map((file) => import(new URL(file, folder).href)));
  return modules.flatMap((each) => Object.entries(each));
}

test("every text of an input is made by a builder of inputText", async () => {
  const ofProcedures = PROCEDURE_PATHS.flatMap((path) => inputsOf(path).map((schema) => [path, schema] as const));
  expect(ofProcedures.length).toBeGreaterThan(40);
  const schemas = [...ofProcedures, ...(await agreedInputs())];
  expect(schemas.flatMap(([name, schema]) => plainTexts(schema, name))).toEqual([]);
});

test("every input schema of a procedure stands in the contract", async () => {
  const agreed = new Set((await agreedInputs()).map(([, schema]) => schema));
  const own = PROCEDURE_PATHS.filter((path) => inputsOf(path).some((schema) => !agreed.has(schema)));
  expect(own).toEqual([]);
});

test("a plain text is found wherever it stands", () => {
  const hidden = [
    z.object({ a: z.string() }),
    z.object({ a: z.string().min(1).optional() }),
    z.object({ a: z.array(z.string().nullable()) }),
    z.union([z.object({ a: z.uuid() }), z.object({ a: z.string().trim() })]),
    z.record(z.string(), z.number()),
    z.object({ a: z.unknown() }),
    z.object({ a: writtenText(3).min(1) }),
    z.string().transform((text) => text),
  ];
  for (const schema of hidden) expect(plainTexts(schema, "")).toHaveLength(1);
  expect(plainTexts(z.object({ a: writtenText(3).optional(), b: z.uuid().nullable(), c: z.enum(["x"]) }), "")).toEqual(
    [],
  );
});
