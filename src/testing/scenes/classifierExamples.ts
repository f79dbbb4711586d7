import { Readable } from "node:stream";
import type { Pov } from "@/domain/pov/pov";
import { importExamples } from "@/server/classifier/commands/importExamples";
import type { Deps } from "@/server/deps";
import { runDueJobs } from "../world/runDueJobs";

/** Parts of texts about three categories. Each combination is another text, and its words tell its category. */
const MATTERS = {
  card: {
    what: [
      "My card was stolen",
      "I lost my card",
      "The card is blocked",
      "My new card has not arrived",
      "Card declined",
    ],
    where: ["at the shop", "on holiday in Rome", "at the cash machine", "in the supermarket", "since Monday"],
  },
  loan: {
    what: [
      "I want to repay my loan",
      "What is the interest of a loan",
      "The loan instalment is too high",
      "Loan for a house",
      "Extend the mortgage",
    ],
    where: ["over ten years", "before the end of the term", "with a fixed rate", "for my flat", "next month"],
  },
  login: {
    what: [
      "I cannot sign in",
      "The password is wrong",
      "The app asks for a code",
      "My account is locked",
      "Reset my password",
    ],
    where: ["on my phone", "after the update", "since this morning", "in the browser", "again and again"],
  },
} as const;
export type Matter = keyof typeof MATTERS;

/** `count` different texts of a matter, at most 25, the same each time. */
export function textsOf(matter: Matter, count = 25): string[] {
  const { what, where } = MATTERS[matter];
  return where.flatMap((place) => what.map((said) => `${said} ${place}`)).slice(0, count);
}

/** Rows as CSV with a header. */
export function csvOf(rows: readonly (readonly [string, string])[]): Readable {
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
  return Readable.from(["text,category\n", ...rows.map(([text, category]) => `${cell(text)},${cell(category)}\n`)]);
}

/** Imports texts of each matter into the category of its name. @throws Error if the import is refused */
export async function importMatters(pov: Pov, matters: readonly Matter[], deps: Deps, count = 25): Promise<void> {
  const rows = matters.flatMap((matter) => textsOf(matter, count).map((text) => [text, matter] as const));
  const outcome = await importExamples(pov, csvOf(rows), deps);
  if (outcome.outcome !== "imported") throw new Error(JSON.stringify(outcome));
}

/** Imports examples and runs the fit that they make due. */
export async function fitMatters(pov: Pov, matters: readonly Matter[], deps: Deps): Promise<void> {
  await importMatters(pov, matters, deps);
  await runDueJobs(deps);
}
