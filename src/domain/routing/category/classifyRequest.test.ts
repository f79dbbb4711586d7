import { expect, test } from "vitest";
import { shopExamples } from "../../classifier/exampleShop";
import { train } from "../../classifier/fit/train";
import type { Model } from "../../classifier/model/model";
import type { RoutingCategory, RoutingConfiguration } from "../routingConfiguration";
import { classifyRequest } from "./classifyRequest";

const { model } = train(shopExamples(), { seed: 1, precision: 0.8 });
const decisive: Model = { ...model, threshold: 0.5 };

const category = (id: string, teamId: string | null, parentId: string | null = null): RoutingCategory => ({
  ...{ id, name: id, teamId, parentId, slaPolicyId: null, keywords: [] },
});
const team = (id: string) => ({
  ...{ id, name: id, queueThresholdPerRep: null, allowsContinuity: true, preferredSkillsByTier: {} },
  strategy: "round_robin" as const,
});
const shop: RoutingConfiguration = {
  version: 1,
  categories: [
    category("money", "billing"),
    category("refunds", null, "money"),
    category("invoice", null, "money"),
    category("delivery", "parcels"),
    category("account", null),
  ],
  teams: [team("billing"), team("parcels")],
};

test("a sure model decides the likeliest category, and names the words that decided it", () => {
  const said = classifyRequest(decisive, "Where is the parcel with the two books", shop);
  expect(said).toMatchObject({ isDecided: true, sureTeam: null });
  expect(said?.ranked[0].categoryId).toBe("delivery");
  expect(said?.because).toContain("parcel");
});

test("a retired category is neither decided nor named, no matter how likely", () => {
  const categories = shop.categories.filter(({ id }) => id !== "delivery");
  const said = classifyRequest(decisive, "Where is the parcel with the two books", { ...shop, categories });
  expect(said?.isDecided).toBe(false);
  expect(said?.ranked.map(({ categoryId }) => categoryId)).not.toContain("delivery");
});

test("a team is sure when its categories, or those of its subcategories, are sure together", () => {
  const text = "I need an invoice for the refund";
  const undecided = classifyRequest({ ...model, threshold: 0.9999 }, text, shop);
  const ofBoth = (undecided?.ranked ?? [])
    .filter(({ categoryId }) => categoryId === "refunds" || categoryId === "invoice")
    .reduce((sum, { probability }) => sum + probability, 0);
  const [first] = undecided?.ranked ?? [];
  const between = ((first?.probability ?? 0) + ofBoth) / 2;
  expect(ofBoth).toBeGreaterThan(first?.probability ?? 1);
  const said = classifyRequest({ ...model, threshold: between }, text, shop);
  expect(said).toMatchObject({ isDecided: false, sureTeam: { teamId: "billing" } });
  expect(said?.sureTeam?.probability).toBeCloseTo(ofBoth, 6);
});

test("a strange text is no surer for a team than for a category", () => {
  const text = "I need an invoice for the refund";
  const sure: Model = { ...model, threshold: 0.7 };
  const unheard: Model = { ...sure, strangeness: { usual: -1, spread: 0.1 } };
  expect(
    classifyRequest({ ...sure, exampleCounts: sure.exampleCounts.map(() => 0) }, text, shop)?.sureTeam?.teamId,
  ).toBe("billing");
  expect(classifyRequest(unheard, text, shop)).toMatchObject({ isDecided: false, sureTeam: null });
});

test("a model that never decides is never sure of a team", () => {
  expect(classifyRequest({ ...model, threshold: null }, "Where is the parcel", shop)).toMatchObject({
    isDecided: false,
    sureTeam: null,
  });
});

test("there is no answer to a text without known words, or from a model without categories in use", () => {
  expect(classifyRequest(decisive, "", shop)).toBeNull();
  expect(classifyRequest(decisive, "Where is the parcel", { ...shop, categories: [category("new", null)] })).toBeNull();
});
