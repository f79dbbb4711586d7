import type { ChangePresence } from "@/contract/inputs/settings";
import type { PresenceView } from "@/contract/views/settingsViews";
import { DomainError } from "@/domain/errors";
import type { Pov } from "@/domain/pov/pov";
import type { OnAbsence } from "@/domain/routing/onAbsence";
import type { Transaction } from "../../db/transact";
import type { Deps } from "../../deps";
import type { Act } from "../../organization/commands/recordAct";
import { idToLookUp } from "../../pov/idToLookUp";
import { PRESENCE_CHANGED, storedPresence } from "../queries/presenceSettings";
import { changeConfiguration } from "./changeConfiguration";

/** One setting: the value that the person saw, the stored one, and the new one. The name of a rule is its team's id. */
type Setting<Value> = { name: string; seen: Value; before: Value; after: Value };

/**
 * Sets after how long unseen a rep becomes away, and what happens to their unanswered requests then, team by team.
 *
 * @throws DomainError `not_found` for an unknown team; `changed_meanwhile` with the names of the settings that somebody
 *   else has set to something else since they were seen. Then nothing is changed.
 */
export function changePresence(pov: Pov, input: ChangePresence, deps: Deps): Promise<void> {
  return changeConfiguration(pov, (tx) => writePresence(pov.organizationId, input, tx), deps);
}

async function writePresence(organizationId: string, input: ChangePresence, tx: Transaction) {
  const stored = await storedPresence(organizationId, tx);
  const times = timeSettings(stored.unseenAwayAfterMs, input);
  const rules = ruleSettings(stored.teams, input);
  const fields = [...times, ...rules].filter(isChangedMeanwhile).map(({ name }) => name);
  if (fields.length > 0) throw new DomainError("changed_meanwhile", { fields });

  const [newTimes, newRules] = [times.filter(isChange), rules.filter(isChange)];
  for (const { after } of newTimes)
    await tx.prisma.organization.update({
      where: { id: organizationId },
      data: { unseen_away_after_ms: after },
      select: { id: true },
    });
  for (const { name, after } of newRules)
    await tx.prisma.team.update({ where: { party_id: name }, data: { on_absence: after }, select: { party_id: true } });
  return { act: actOf([...newTimes, ...newRules]), result: undefined };
}

function timeSettings(before: number, { unseenAwayAfter }: ChangePresence): Setting<number>[] {
  if (unseenAwayAfter === undefined) return [];
  return [{ name: "unseenAwayAfterMs", seen: unseenAwayAfter.seenMs, before, after: unseenAwayAfter.ms }];
}

function ruleSettings(stored: PresenceView["teams"], { teams }: ChangePresence): Setting<OnAbsence>[] {
  return teams.map(({ teamId, onAbsence, seen }) => {
    const team = stored.find(({ id }) => id === idToLookUp(teamId));
    if (team === undefined) throw new DomainError("not_found");
    return { name: team.id, seen, before: team.onAbsence, after: onAbsence };
  });
}

const isChange = ({ before, after }: Setting<unknown>) => before !== after;
/** Two who set the same agree. */
const isChangedMeanwhile = (setting: Setting<unknown>) => setting.before !== setting.seen && isChange(setting);

function actOf(changed: readonly Setting<number | OnAbsence>[]): Act | null {
  if (changed.length === 0) return null;
  const before = Object.fromEntries(changed.map((each) => [each.name, each.before]));
  const after = Object.fromEntries(changed.map((each) => [each.name, each.after]));
  return { verb: PRESENCE_CHANGED, objectKind: "organization", facts: { before, after } };
}
