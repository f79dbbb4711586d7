import { expect, test } from "vitest";
import type { RoutingCategory, RoutingConfiguration } from "../routingConfiguration";
import { belongsElsewhere } from "./belongsElsewhere";
import type { RequestClassification } from "./classifyRequest";

const category = (id: string, teamId: string | null, parentId: string | null = null): RoutingCategory => ({
  ...{ id, name: id, teamId, parentId },
  slaPolicyId: null,
  keywords: [],
});
const configuration: RoutingConfiguration = {
  version: 1,
  teams: [],
  categories: [
    category("devices", "tech"),
    category("camera", null, "devices"),
    category("hub", null, "devices"),
    category("refund", "money"),
  ],
};

const sure = (categoryId: string): RequestClassification => ({
  isDecided: true,
  sureness: 0.97,
  ranked: [{ categoryId, probability: 0.98 }],
  because: ["word"],
  sureTeam: null,
});
const unsure = (categoryId: string): RequestClassification => ({
  ...sure(categoryId),
  isDecided: false,
  sureness: 0.5,
});
const sureOfTeam = (teamId: string): RequestClassification => ({
  ...unsure("refund"),
  sureTeam: { teamId, probability: 0.97 },
});

test.each([
  ["another category, surely", { pickedId: null, classification: sure("refund") }, "camera", "tech", true],
  ["another of the same team, surely", { pickedId: null, classification: sure("hub") }, "camera", "tech", true],
  ["another, but not surely", { pickedId: null, classification: unsure("refund") }, "camera", "tech", false],
  ["the same", { pickedId: null, classification: sure("camera") }, "camera", "tech", false],
  ["the one above it", { pickedId: null, classification: sure("devices") }, "camera", "tech", false],
  ["one below it", { pickedId: null, classification: sure("camera") }, "devices", "tech", false],
  ["another team, surely", { pickedId: null, classification: sureOfTeam("money") }, "camera", "tech", true],
  ["the same team, surely", { pickedId: null, classification: sureOfTeam("tech") }, "camera", "tech", false],
  ["words that say nothing", { pickedId: null, classification: null }, "camera", "tech", false],
  ["picked by the customer", { pickedId: "refund", classification: null }, "camera", "tech", true],
  [
    "picked the same, and the classifier is sure of another",
    { pickedId: "camera", classification: sure("refund") },
    "camera",
    "tech",
    false,
  ],
  [
    "of a matter without a category, another team's",
    { pickedId: null, classification: sure("refund") },
    null,
    "tech",
    true,
  ],
  [
    "a category of the matter's own team, where the matter has no category",
    { pickedId: null, classification: sure("hub") },
    null,
    "tech",
    false,
  ],
  ["a matter without category and team", { pickedId: null, classification: sure("refund") }, null, null, false],
  ["a category that is no longer in use", { pickedId: null, classification: sure("gone") }, "camera", "tech", false],
])("%s", (_, said, categoryId, teamId, expected) => {
  expect(belongsElsewhere(said, { categoryId, teamId }, configuration)).toBe(expected);
});
