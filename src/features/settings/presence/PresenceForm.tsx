"use client";

import { useTranslations } from "next-intl";
import type { PresenceView } from "@/contract/views/settingsViews";
import { Button } from "@/ui/Button";
import { Panel } from "@/ui/Panel";
import { Notice } from "@/ui/states/Notice";
import { Moment } from "@/ui/time/Moment";
import { anchorOf } from "../settingsPages";
import { AwayAfter } from "./AwayAfter";
import { Effect } from "./Effect";
import { TeamRules } from "./TeamRules";
import { usePresenceForm } from "./usePresenceForm";

export type PresenceFormProps = { presence: PresenceView; readAgain: () => Promise<PresenceView | null> };

/** The settings of presence, what a change does now, and who changed them last. A conflict keeps what was entered. */
export function PresenceForm({ presence, readAgain }: PresenceFormProps) {
  const t = useTranslations("settings.presence");
  const { control, answers, seen, isEdited, isSaving, meanwhile, submit, discard } = usePresenceForm(
    presence,
    readAgain,
  );
  return (
    <form method="post" onSubmit={submit} noValidate className="flex flex-col gap-4">
      <div role="alert" className="empty:hidden">
        {meanwhile ? <Notice tone="warn">{t("conflict")}</Notice> : null}
      </div>
      <Panel anchor={anchorOf("awayAfter")} title={t("awayAfter.title")}>
        <AwayAfter control={control} meanwhileMs={meanwhile?.unseenAwayAfterMs} />
      </Panel>
      <Panel anchor={anchorOf("onAbsence")} title={t("onAbsence.title")}>
        <TeamRules control={control} teams={seen.teams} meanwhile={meanwhile?.onAbsence} />
      </Panel>
      <Effect answers={answers} seen={seen} presence={presence} />
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" look="primary" isBusy={isSaving} disabled={!isEdited}>
          {t("save")}
        </Button>
        <Button onClick={discard} disabled={!isEdited}>
          {t("discard")}
        </Button>
        {isEdited ? <span className="text-fg-2 text-meta">{t("unsaved")}</span> : null}
      </div>
      {presence.changed ? <LastChange changed={presence.changed} /> : null}
    </form>
  );
}

function LastChange({ changed: { byName, at } }: { changed: NonNullable<PresenceView["changed"]> }) {
  const t = useTranslations("settings.presence");
  return (
    <p className="text-fg-3 text-meta">
      {t.rich("changedBy", { name: () => <bdi>{byName}</bdi>, at: () => <Moment at={at} /> })}
    </p>
  );
}
