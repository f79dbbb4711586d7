import { DEMO_LOG_INS } from "@/demo/logIns";

type LogIn = (typeof DEMO_LOG_INS)[number];

/**
 * The people of the stories, by their roles. Lars is in the team of Lumen Home that never closes, so that the stories
 * are the same at any hour.
 */
export const PEOPLE = {
  rep: logInOf("Lars Oxholm"),
  specialist: logInOf("Katarzyna Mroczek"),
  supervisor: logInOf("Beatriz Lombarte"),
  administrator: logInOf("Anders Thorvik"),
  bankRep: logInOf("Anneke Vossberg"),
  bankSupervisor: logInOf("Petra Lindqvist-Maurer"),
  bankAdministrator: logInOf("Rafael Steenkamp"),
} as const;

export type PersonKey = keyof typeof PEOPLE;

function logInOf(name: string): LogIn {
  const found = DEMO_LOG_INS.find((each) => each.name === name);
  if (!found) throw new Error(`${name} has no log-in in the demo`);
  return found;
}
