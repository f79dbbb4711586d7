import { describe, expect, test } from "vitest";
import { Calendar } from "@/domain/sla/hours/calendar";
import { DEMO_LOG_INS } from "../logIns";
import { bank } from "./bank";
import { demoContacts } from "./contacts";
import { smartHome } from "./smartHome";

const ORGANIZATIONS = [bank, smartHome];
const SPECIALIST_TEAMS = ["fraud", "installation"];

describe.each(ORGANIZATIONS)("$name", ({ key, name, teams, categories, slaPolicies, reps, widget, emailDomain }) => {
  const leaves = categories.filter((category) => category.teamKey !== null);
  const teamKeys = teams.map((team) => team.key);

  test("every category names a parent, a team and a policy that exist", () => {
    const folderKeys = categories.filter((category) => category.teamKey === null).map((folder) => folder.key);
    const policyKeys = slaPolicies.map((policy) => policy.key);
    for (const leaf of leaves) {
      expect(folderKeys).toContain(leaf.parentKey);
      expect(teamKeys).toContain(leaf.teamKey);
      expect(policyKeys).toContain(leaf.slaPolicyKey);
    }
  });

  test("the widget offers exactly the categories that have a pick, five at most", () => {
    const offered = leaves.filter((leaf) => leaf.pick !== null).map((leaf) => leaf.key);
    expect([...widget.offeredCategoryKeys].sort()).toEqual(offered.sort());
    expect(offered.length).toBeLessThanOrEqual(5);
  });

  test("every team's calendar is one that the domain accepts", () => {
    for (const team of teams) expect(Calendar.safeParse(team.calendar).success).toBe(true);
  });

  test("every team has two reps or more, and every rep's teams exist", () => {
    for (const teamKey of teamKeys) {
      expect(reps.filter((rep) => rep.teamKeys.includes(teamKey)).length).toBeGreaterThanOrEqual(2);
    }
    expect(reps.flatMap((rep) => rep.teamKeys).filter((teamKey) => !teamKeys.includes(teamKey))).toEqual([]);
  });

  test("no alias tells the rep's family name or address (P10)", () => {
    for (const rep of reps) {
      expect(rep.aliasName).not.toContain(" ");
      expect(rep.email).toBe(`${rep.key}@${emailDomain}`);
    }
    expect(new Set(reps.map((rep) => rep.aliasName)).size).toBe(reps.length);
  });

  test("there is a log-in per role and each belongs to a rep who has that role", () => {
    const logIns = DEMO_LOG_INS.filter((logIn) => logIn.organization === name);
    expect(logIns.map((logIn) => logIn.role)).toEqual(["rep", "specialist", "supervisor", "administrator"]);
    for (const logIn of logIns) {
      const rep = reps.find((each) => each.email === logIn.email);
      expect(rep?.name).toBe(logIn.name);
      expect(rep?.role).toBe(logIn.role === "specialist" ? "rep" : logIn.role);
      if (logIn.role === "specialist") expect(SPECIALIST_TEAMS).toContain(rep?.teamKeys[0]);
    }
  });

  test("no rep has room for several requests while their team's queue waits at its threshold", () => {
    for (const { key: teamKey, queueThresholdPerRep } of teams) {
      const members = reps.filter((rep) => rep.role === "rep" && rep.teamKeys.includes(teamKey));
      for (const { capacity } of members) expect(capacity - queueThresholdPerRep, teamKey).toBeLessThanOrEqual(1);
    }
  });

  test("its contacts are the same at every call", () => {
    expect(demoContacts(key)).toEqual(demoContacts(key));
  });
});

test("the 400 contacts differ in name, address and account number", () => {
  const contacts = ORGANIZATIONS.flatMap(({ key }) => demoContacts(key));
  expect(contacts).toHaveLength(400);
  for (const property of ["name", "email", "accountNumber"] as const) {
    expect(new Set(contacts.map((contact) => contact[property])).size).toBe(contacts.length);
  }
  for (const { email } of contacts) expect(email).toMatch(/^[a-z]+\.[a-z]+@mail\.example$/);
});
