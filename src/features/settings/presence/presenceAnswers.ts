import { z } from "zod";
import { ChangePresence, type PresenceChange, UnseenAwayAfterMs } from "@/contract/inputs/settings";
import type { PresenceView } from "@/contract/views/settingsViews";
import type { OnAbsence } from "@/domain/routing/onAbsence";

const MINUTE_MS = 60_000;
const SECOND_MS = 1_000;

/** What the form asks for: the time as it is typed, and the rule of each team by its id. */
export type PresenceAnswers = { minutes: string; seconds: string; onAbsence: Record<string, OnAbsence> };
export type PresenceSettings = Pick<PresenceView, "unseenAwayAfterMs" | "teams">;
export type TimeMistake = "notWhole" | "secondsTooMany" | "tooShort" | "tooLong";

/** The stored settings, as they stand in the form. */
export function answersOf({ unseenAwayAfterMs, teams }: PresenceSettings): PresenceAnswers {
  return {
    ...{ minutes: String(minutesIn(unseenAwayAfterMs)), seconds: String(secondsIn(unseenAwayAfterMs)) },
    onAbsence: Object.fromEntries(teams.map(({ id, onAbsence }) => [id, onAbsence])),
  };
}

/** The whole minutes of a time. */
export function minutesIn(ms: number): number {
  return Math.floor(ms / MINUTE_MS);
}

/** The whole seconds that are left of a time after its minutes. */
export function secondsIn(ms: number): number {
  return Math.floor((ms % MINUTE_MS) / SECOND_MS);
}

/**
 * The time that was typed, or what is wrong with it and where. Nothing typed is 0. The stored time is right although it
 * may be out of bounds.
 */
export function typedTime(
  { minutes, seconds }: Pick<PresenceAnswers, "minutes" | "seconds">,
  storedMs: number,
): { ms: number } | { field: "minutes" | "seconds"; mistake: TimeMistake } {
  const [wholeMinutes, wholeSeconds] = [wholeNumber(minutes), wholeNumber(seconds)];
  if (wholeMinutes === null) return { field: "minutes", mistake: "notWhole" };
  if (wholeSeconds === null) return { field: "seconds", mistake: "notWhole" };
  if (wholeSeconds > 59) return { field: "seconds", mistake: "secondsTooMany" };
  if (wholeMinutes === minutesIn(storedMs) && wholeSeconds === secondsIn(storedMs)) return { ms: storedMs };
  const ms = wholeMinutes * MINUTE_MS + wholeSeconds * SECOND_MS;
  const issue = UnseenAwayAfterMs.safeParse(ms).error?.issues[0];
  if (issue === undefined) return { ms };
  return { field: "minutes", mistake: issue.code === "too_small" ? "tooShort" : "tooLong" };
}

/** The number in digits of any width; null if it is something else. */
function wholeNumber(typed: string): number | null {
  const digits = typed.normalize("NFKC").trim();
  return /^\d{0,9}$/.test(digits) ? Number(digits) : null;
}

/** The schema of the form, by the bounds of the contract. The message of an issue is the mistake. */
export function presenceAnswers(storedMs: number) {
  return z
    .object({
      minutes: z.string(),
      seconds: z.string(),
      onAbsence: z.record(z.string(), ChangePresence.shape.teams.element.shape.onAbsence),
    })
    .superRefine((answers, context) => {
      const time = typedTime(answers, storedMs);
      if ("mistake" in time) context.addIssue({ code: "custom", path: [time.field], message: time.mistake });
    });
}

/** Whether nothing in the form differs from the settings that the person saw. */
export function isAsSeen(answers: PresenceAnswers, seen: PresenceSettings): boolean {
  return (
    isTimeAsSeen(answers, seen) && seen.teams.every(({ id, onAbsence }) => ruleIn(answers, id, onAbsence) === onAbsence)
  );
}

/** What was edited, over what is stored now in the place of what the person saw. */
export function editedOver(now: PresenceSettings, answers: PresenceAnswers, seen: PresenceSettings): PresenceAnswers {
  const stored = answersOf(now);
  const rules = seen.teams.flatMap(({ id, onAbsence }) => {
    const rule = ruleIn(answers, id, onAbsence);
    return rule === onAbsence || !(id in stored.onAbsence) ? [] : [[id, rule] as const];
  });
  const { minutes, seconds } = isTimeAsSeen(answers, seen) ? stored : answers;
  return { minutes, seconds, onAbsence: { ...stored.onAbsence, ...Object.fromEntries(rules) } };
}

function isTimeAsSeen(answers: PresenceAnswers, seen: PresenceSettings): boolean {
  const { minutes, seconds } = answersOf(seen);
  return answers.minutes === minutes && answers.seconds === seconds;
}

/** The rule in the form; the one that was seen where the form has none yet. */
function ruleIn({ onAbsence }: PresenceAnswers, teamId: string, seen: OnAbsence): OnAbsence {
  return onAbsence[teamId] ?? seen;
}

/** What differs from the settings that the person saw, as the input of the procedure; null if nothing does. */
export function changeOf(answers: PresenceAnswers, seen: PresenceSettings): PresenceChange | null {
  const time = typedTime(answers, seen.unseenAwayAfterMs);
  const isNewTime = "ms" in time && time.ms !== seen.unseenAwayAfterMs;
  const teams = seen.teams.flatMap(({ id, onAbsence: before }) => {
    const onAbsence = ruleIn(answers, id, before);
    return onAbsence === before ? [] : [{ teamId: id, onAbsence, seen: before }];
  });
  if (!isNewTime && teams.length === 0) return null;
  return { ...(isNewTime ? { unseenAwayAfter: { ms: time.ms, seenMs: seen.unseenAwayAfterMs } } : {}), teams };
}

/** The change that takes another one back. */
export function inverseOf({ unseenAwayAfter, teams }: PresenceChange): PresenceChange {
  return {
    ...(unseenAwayAfter ? { unseenAwayAfter: { ms: unseenAwayAfter.seenMs, seenMs: unseenAwayAfter.ms } } : {}),
    teams: teams.map(({ teamId, onAbsence, seen }) => ({ teamId, onAbsence: seen, seen: onAbsence })),
  };
}

/** What somebody else has stored since the person saw it, of the settings that they are changing. */
export type Meanwhile = { unseenAwayAfterMs?: number; onAbsence: Readonly<Record<string, OnAbsence>> };

/** The settings of a refused change that are others now. */
export function meanwhileOf(change: PresenceChange, now: PresenceSettings): Meanwhile {
  const { unseenAwayAfter, teams } = change;
  const time = unseenAwayAfter && unseenAwayAfter.seenMs !== now.unseenAwayAfterMs;
  const rules = now.teams.filter(({ id, onAbsence }) =>
    teams.some(({ teamId, seen }) => teamId === id && seen !== onAbsence),
  );
  return {
    ...(time ? { unseenAwayAfterMs: now.unseenAwayAfterMs } : {}),
    onAbsence: Object.fromEntries(rules.map(({ id, onAbsence }) => [id, onAbsence])),
  };
}
