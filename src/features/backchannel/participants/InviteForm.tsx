"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState } from "react";
import type { DirectoryEntry } from "@/contract/views/organizationViews";
import { Button } from "@/ui/Button";
import { Select } from "@/ui/fields/Select";
import { PartnerPicker } from "./PartnerPicker";

type InviteFormProps = {
  isBusy: boolean;
  onInvite: (entry: DirectoryEntry, showFrom: "now" | "start") => void;
  onCancel: () => void;
};

/** Chooses whom to invite, and from when on they see the messages (P2). */
export function InviteForm({ isBusy, onInvite, onCancel }: InviteFormProps) {
  const t = useTranslations("backchannel.participants");
  const [chosen, setChosen] = useState<DirectoryEntry[]>([]);
  const [showFrom, setShowFrom] = useState<"now" | "start">("now");
  const [entry] = chosen;
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (entry) onInvite(entry, showFrom);
  };
  return (
    <form method="post" onSubmit={submit} className="flex flex-col gap-3">
      <PartnerPicker isSingle fieldRef={field} chosen={chosen} onChange={setChosen} />
      <Select
        label={t("showFrom")}
        value={showFrom}
        onChange={setShowFrom}
        options={[
          { value: "now", label: t("fromNow") },
          { value: "start", label: t("fromStart") },
        ]}
      />
      <div className="flex justify-end gap-2">
        <Button onClick={onCancel}>{t("cancel")}</Button>
        <Button type="submit" look="internal" isBusy={isBusy} disabled={!entry}>
          {t("inviteConfirm")}
        </Button>
      </div>
    </form>
  );
}
