import { describe, expect, test } from "vitest";
import { matchKeywords } from "@/domain/routing/category/matchKeywords";
import { bank } from "./organizations/bank";
import { smartHome } from "./organizations/smartHome";
import { bankExamples } from "./texts/bankExamples";
import { bankScenarios } from "./texts/bankScenarios";
import type { Scenario } from "./texts/scenario";
import { fillSlots, SLOT_NAMES, type SlotName } from "./texts/slots";
import { smartHomeExamples } from "./texts/smartHomeExamples";
import { smartHomeScenarios } from "./texts/smartHomeScenarios";

const OWN_SHARE_MIN = 0.6;
const FOREIGN_SHARE_MAX = 0.15;
const TEXT_LENGTH = { min: 2, max: 1_200 };
const EXAMPLES = { min: 25, max: 40 };
/** Two people who write about the same thing share fewer words than this. */
const COPIED_SHARE_MIN = 0.6;

const DEMOS = [
  { organization: bank, scenarios: bankScenarios, labelled: bankExamples },
  { organization: smartHome, scenarios: smartHomeScenarios, labelled: smartHomeExamples },
];
const everyScenario = DEMOS.flatMap((demo) => demo.scenarios);
const everyExample = DEMOS.flatMap(({ labelled }) => Object.values(labelled).flat());

test("there are at least 300 scenarios, 150 per organization, with 600 openings", () => {
  for (const { scenarios } of DEMOS) expect(scenarios.length).toBeGreaterThanOrEqual(150);
  expect(everyScenario.length).toBeGreaterThanOrEqual(300);
  expect(everyScenario.flatMap((scenario) => scenario.opening).length).toBeGreaterThanOrEqual(600);
});

test("every scenario has a key of its own", () => {
  expect(repeated(everyScenario.map((scenario) => scenario.key))).toEqual([]);
});

test("no text and no subject occurs twice", () => {
  expect(repeated(everyScenario.flatMap(textsOf).map((text) => text.toLowerCase()))).toEqual([]);
  expect(repeated(everyScenario.map((scenario) => scenario.subject.toLowerCase()))).toEqual([]);
});

test("no example occurs twice, and none is nearly what a customer of the demo writes", () => {
  expect(repeated(everyExample.map(foldWords))).toEqual([]);
  const openings = everyScenario.flatMap(({ opening }) => opening).map(wordsIn);
  const copied = everyExample.filter((text) => {
    const words = wordsIn(text);
    return openings.some((opening) => sharedShare(words, opening) >= COPIED_SHARE_MIN);
  });
  expect(copied).toEqual([]);
});

test("an example has no slot and the length of a customer's text", () => {
  expect(everyExample.filter((text) => /[{}]/.test(text))).toEqual([]);
  expect(everyExample.filter(({ length }) => length < TEXT_LENGTH.min || length > TEXT_LENGTH.max)).toEqual([]);
});

test("every text is between 2 and 1,200 characters long", () => {
  const outside = everyScenario
    .flatMap(textsOf)
    .filter((text) => text.length < TEXT_LENGTH.min || text.length > TEXT_LENGTH.max);
  expect(outside).toEqual([]);
});

test("filling the known slots leaves no brace in any text", () => {
  const left = everyScenario
    .flatMap((scenario) => [scenario.subject, ...textsOf(scenario)])
    .map((text) => fillSlots(text, SLOT_VALUES))
    .filter((text) => /[{}]/.test(text));
  expect(left).toEqual([]);
});

test("every scenario has two or three openings and one to eight turns", () => {
  const misshapen = everyScenario.filter(
    ({ opening, turns }) => opening.length < 2 || opening.length > 3 || turns.length < 1 || turns.length > 8,
  );
  expect(misshapen.map((scenario) => scenario.key)).toEqual([]);
});

test("a scenario that ends waiting for the customer has the rep's turn last and no rating", () => {
  const waiting = everyScenario.filter((scenario) => scenario.endState !== "closed");
  const wrong = waiting.filter(({ turns, rating }) => turns.at(-1)?.by !== "rep" || rating !== undefined);
  expect(wrong.map((scenario) => scenario.key)).toEqual([]);
});

test("about a quarter of the scenarios open a backchannel, and one in twenty is in another language", () => {
  const asking = everyScenario.filter((scenario) => scenario.backchannel !== undefined).length;
  const translated = everyScenario.filter((scenario) => scenario.language !== undefined).length;
  expect(asking / everyScenario.length).toBeGreaterThan(0.22);
  expect(translated / everyScenario.length).toBeGreaterThan(0.04);
});

describe.each(DEMOS)("$organization.name", ({ organization, scenarios, labelled }) => {
  const leaves = organization.categories.filter((category) => category.teamKey !== null);
  const teamKeys = organization.teams.map((team) => team.key);

  test("every leaf category has scenarios, and every scenario has a leaf category", () => {
    const used = new Set(scenarios.map((scenario) => scenario.categoryKey));
    expect([...used].sort()).toEqual(leaves.map((leaf) => leaf.key).sort());
  });

  test("every leaf category has 25 to 40 examples, and no other category has any", () => {
    expect(Object.keys(labelled).sort()).toEqual(leaves.map((leaf) => leaf.key).sort());
    const misshapen = Object.entries(labelled).filter(
      ([, { length }]) => length < EXAMPLES.min || length > EXAMPLES.max,
    );
    expect(misshapen.map(([key]) => key)).toEqual([]);
  });

  test("routing by keywords alone places more than three openings in four rightly", () => {
    const categories = leaves.map((leaf) => ({
      id: leaf.key,
      name: leaf.name,
      teamId: leaf.teamKey,
      slaPolicyId: leaf.slaPolicyKey,
      keywords: leaf.keywords,
      parentId: leaf.parentKey,
    }));
    const openings = scenarios.flatMap(({ categoryKey, opening }) => opening.map((text) => ({ categoryKey, text })));
    const right = openings.filter(
      ({ categoryKey, text }) => matchKeywords(text, categories)?.categoryId === categoryKey,
    );
    expect(right.length / openings.length).toBeGreaterThan(0.75);
  });

  test("no text for the customer names a rep or a rep's alias (P10)", () => {
    const names = organization.reps.flatMap((rep) => [...rep.name.split(" "), rep.aliasName]).map(foldWords);
    const told = scenarios.flatMap(({ turns }) => turns.filter((turn) => turn.by === "rep").map((turn) => turn.text));
    expect(told.filter((text) => names.some((name) => foldWords(text).includes(name)))).toEqual([]);
  });

  test("every backchannel invites a team that exists", () => {
    const asked = scenarios.flatMap(({ backchannel }) => (backchannel === undefined ? [] : [backchannel.teamKey]));
    expect(asked.filter((teamKey) => !teamKeys.includes(teamKey))).toEqual([]);
  });

  test.each(leaves)("the keywords of $key find its own openings and leave the others alone", (leaf) => {
    expect(leaf.keywords.length).toBeGreaterThanOrEqual(5);
    expect(leaf.keywords.length).toBeLessThanOrEqual(10);
    expect(shareMatched(leaf.keywords, openingsIn(scenarios, leaf.key))).toBeGreaterThanOrEqual(OWN_SHARE_MIN);
    expect(shareMatched(leaf.keywords, openingsOutside(scenarios, leaf.key))).toBeLessThan(FOREIGN_SHARE_MAX);
  });
});

const SLOT_VALUES = Object.fromEntries(SLOT_NAMES.map((name) => [name, "17"])) as Record<SlotName, string>;

function textsOf({ opening, turns, backchannel, rating }: Scenario): string[] {
  return [
    ...opening,
    ...turns.map((turn) => turn.text),
    ...(backchannel === undefined ? [] : [backchannel.question, ...backchannel.answer]),
    ...(rating?.comment === undefined ? [] : [rating.comment]),
  ];
}

function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

function openingsIn(scenarios: readonly Scenario[], categoryKey: string): string[] {
  return scenarios.flatMap((scenario) => (scenario.categoryKey === categoryKey ? scenario.opening : []));
}

function openingsOutside(scenarios: readonly Scenario[], categoryKey: string): string[] {
  return scenarios.flatMap((scenario) => (scenario.categoryKey === categoryKey ? [] : scenario.opening));
}

function shareMatched(keywords: readonly string[], texts: readonly string[]): number {
  const folded = keywords.map(foldWords);
  const matched = texts.filter((text) => folded.some((keyword) => foldWords(text).includes(keyword)));
  return matched.length / texts.length;
}

function wordsIn(text: string): ReadonlySet<string> {
  return new Set(foldWords(text).trim().split(" "));
}

/** The number of shared words divided by the number of different words in both. */
function sharedShare(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared / (one.size + other.size - shared);
}

/** Folds case and accents, and puts single spaces around all words, so that a search finds whole words only. */
function foldWords(text: string): string {
  const plain = text.toLowerCase().normalize("NFKD").replaceAll(/\p{M}/gu, "");
  return ` ${plain.replaceAll(/[^\p{L}\p{N}]+/gu, " ").trim()} `;
}
