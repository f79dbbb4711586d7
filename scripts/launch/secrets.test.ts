import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ensureSecretsFile } from "./secrets";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "parley-secrets-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

test("the first start makes two different secrets of 32 bytes that only the owner can read", () => {
  const path = ensureSecretsFile(join(folder, "deep", "secrets.json"));
  const secrets: Record<string, string> = JSON.parse(readFileSync(path, "utf8"));
  expect(Object.keys(secrets)).toEqual(["authSecret", "idKey"]);
  expect(Object.values(secrets).map((secret) => Buffer.from(secret, "base64url").length)).toEqual([32, 32]);
  expect(new Set(Object.values(secrets)).size).toBe(2);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test("later starts keep the secrets", () => {
  const path = join(folder, "secrets.json");
  ensureSecretsFile(path);
  const first = readFileSync(path, "utf8");
  ensureSecretsFile(path);
  expect(readFileSync(path, "utf8")).toBe(first);
});
