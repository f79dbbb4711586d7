"use client";

import { useTranslations } from "next-intl";
import { type Control, useController } from "react-hook-form";
import type { PresenceView } from "@/contract/views/settingsViews";
import { ON_ABSENCE, type OnAbsence } from "@/domain/routing/onAbsence";
import { NativeSelect } from "@/ui/fields/NativeSelect";
import type { PresenceAnswers } from "./presenceAnswers";

export type TeamRulesProps = {
  control: Control<PresenceAnswers>;
  teams: PresenceView["teams"];
  /** What somebody else has stored, by team, while it was being edited. */
  meanwhile: Readonly<Record<string, OnAbsence>> | undefined;
};

/** Asks for each team what happens to the unanswered requests of a rep who becomes away. */
export function TeamRules({ control, teams, meanwhile }: TeamRulesProps) {
  const t = useTranslations("settings.presence.onAbsence");
  return (
    <div className="flex flex-col gap-3 p-2 sm:px-3">
      <p className="text-fg-3 text-meta">{t(teams.length === 0 ? "empty" : "hint")}</p>
      {teams.map((team) => (
        <TeamRule key={team.id} control={control} team={team} meanwhile={meanwhile?.[team.id]} />
      ))}
    </div>
  );
}

type TeamRuleProps = {
  control: Control<PresenceAnswers>;
  team: PresenceView["teams"][number];
  meanwhile: OnAbsence | undefined;
};

function TeamRule({ control, team, meanwhile }: TeamRuleProps) {
  const t = useTranslations("settings.presence.onAbsence");
  const { field } = useController({ control, name: `onAbsence.${team.id}` });
  return (
    <NativeSelect
      label={team.name}
      value={field.value ?? team.onAbsence}
      options={ON_ABSENCE.map((value) => ({ value, label: t(value) }))}
      onChange={field.onChange}
      error={meanwhile && t("meanwhile", { rule: t(meanwhile) })}
    />
  );
}
