import type { Deps } from "@/server/deps";
import { type Answer, type Caller, callProcedure, isMutation, PROCEDURE_PATHS } from "../scenes/callProcedure";

const VIEWS = ["mine", "team", "unassigned", "closed", "board"] as const;

/**
 * The answers of every query of the product to a caller who asks about all the ids, views and words. Each query takes
 * the fields that it knows from a question, so a new query is asked without further code.
 *
 * @param around called before and after each question
 */
export async function everyAnswer(
  caller: Caller & { widgetKey?: string },
  about: { ids: readonly string[]; words: readonly string[] },
  deps: Deps,
  around: { before?(): Promise<unknown>; after?(question: string, answer: Answer): Promise<void> } = {},
): Promise<Record<string, Answer>> {
  const answers: Record<string, Answer> = {};
  const questions = [
    ...about.ids.map((id) => ({ interactionId: id, sequenceId: id, view: "mine", text: "" })),
    ...VIEWS.map((view) => ({ view, text: "" })),
    ...about.words.map((text) => ({ text, view: "mine" })),
  ];
  for (const path of PROCEDURE_PATHS.filter((each) => !isMutation(each))) {
    for (const question of questions) {
      const asked = { key: caller.widgetKey ?? "", ...question };
      const name = `${path} ${JSON.stringify(question)}`;
      await around.before?.();
      const answer = await callProcedure(path, asked, caller, deps);
      answers[name] = answer;
      await around.after?.(name, answer);
    }
  }
  return answers;
}
