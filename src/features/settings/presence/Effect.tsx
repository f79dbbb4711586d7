"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { PresenceView } from "@/contract/views/settingsViews";
import { awayAtOnce } from "@/domain/routing/awayAtOnce";
import { useNow } from "@/ui/time/useTicking";
import { changeOf, type PresenceAnswers, type PresenceSettings } from "./presenceAnswers";
import { useSpanText } from "./useSpanText";

const NAMED_MAX = 5;

export type EffectProps = { answers: PresenceAnswers; seen: PresenceSettings; presence: PresenceView };

/** Says what the change does to people on duty now, before it is saved. */
export function Effect({ answers, seen, presence }: EffectProps) {
  const t = useTranslations("settings.presence.effect");
  const change = changeOf(answers, seen);
  const ms = change?.unseenAwayAfter?.ms;
  const nameOf = new Map(seen.teams.map(({ id, name }) => [id, name]));
  return (
    <div
      role="status"
      aria-label={t("title")}
      className="flex flex-col gap-1 rounded-card border border-line bg-surface p-2 text-table sm:px-3"
    >
      <p>
        {t("onDuty", { count: presence.onDutyCount })} {change ? null : t("unchanged")}
      </p>
      {ms === undefined ? null : <WhoGoes ms={ms} unseen={presence.unseen} />}
      {change?.teams.map(({ teamId, onAbsence }) => (
        <p key={teamId}>
          {t.rich(onAbsence === "keep" ? "keeps" : "handsBack", {
            name: () => <bdi className="font-medium">{nameOf.get(teamId)}</bdi>,
          })}
        </p>
      ))}
    </div>
  );
}

function WhoGoes({ ms, unseen }: { ms: number; unseen: PresenceView["unseen"] }) {
  const t = useTranslations("settings.presence.effect");
  const format = useFormatter();
  const spanText = useSpanText();
  const away = awayAtOnce(unseen, ms, useNow());
  if (away.length === 0) return <p>{t("nobodyAway")}</p>;
  const named = away.slice(0, NAMED_MAX).map(({ name }) => name);
  const names = away.length > NAMED_MAX ? [...named, t("more", { count: away.length - NAMED_MAX })] : named;
  return (
    <p className="font-medium text-warn">
      {t("away", { count: away.length, names: format.list(names), span: spanText(ms) })}
    </p>
  );
}
