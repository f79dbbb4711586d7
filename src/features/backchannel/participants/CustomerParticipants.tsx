"use client";

import { Users } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { InteractionView } from "@/contract/views/conversationViews";
import { Button } from "@/ui/Button";
import { ParticipantsDialog } from "./ParticipantsDialog";

const SHOWN_MAX = 2;

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
      {/* The height is fixed, so that nothing moves when others join. The dialog names all of them. */}
      <ul className="h-12">
        {present.slice(0, SHOWN_MAX).map(({ party, status }, index) => (
          <li key={party.id} className="flex min-h-6 items-center gap-2 text-table">
            <span dir="auto" className="min-w-0 truncate">
              {party.name}
            </span>
            {status === "invited" ? <span className="text-fg-3 text-meta">{t("invited")}</span> : null}
            {index === SHOWN_MAX - 1 && present.length > SHOWN_MAX ? (
              <span className="shrink-0 text-fg-3 text-meta">{t("more", { count: present.length - SHOWN_MAX })}</span>
            ) : null}
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
