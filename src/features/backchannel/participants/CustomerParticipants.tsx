"use client";

import { Users } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { InteractionView } from "@/contract/views/conversationViews";
import { Button } from "@/ui/Button";
import { ParticipantsDialog } from "./ParticipantsDialog";

/** The members who take part in the customer's thread. Opens the dialog to invite, remove or leave (O4). */
export function CustomerParticipants({ interaction }: { interaction: InteractionView }) {
  const t = useTranslations("backchannel.withCustomer");
  const [showsPeople, setShowsPeople] = useState(false);
  const present = interaction.participants.filter(
    ({ status, party }) => party.kind !== "contact" && (status === "taking_part" || status === "invited"),
  );
  return (
    <section aria-label={t("heading")} className="flex flex-col gap-1">
      <h2 className="font-semibold text-fg-2 text-meta">{t("heading")}</h2>
      <ul>
        {present.map(({ party, status }) => (
          <li key={party.id} className="flex min-h-6 items-center gap-2 text-table">
            <span dir="auto" className="min-w-0 truncate">
              {party.name}
            </span>
            {status === "invited" ? <span className="text-fg-3 text-meta">{t("invited")}</span> : null}
          </li>
        ))}
      </ul>
      <Button
        size="compact"
        className="self-start"
        icon={<Users className="size-3.5" aria-hidden="true" />}
        onClick={() => setShowsPeople(true)}
      >
        {t("participants")}
      </Button>
      {showsPeople ? <ParticipantsDialog interaction={interaction} onClose={() => setShowsPeople(false)} /> : null}
    </section>
  );
}
