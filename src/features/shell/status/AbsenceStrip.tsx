"use client";

import { UserRoundX } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMe } from "@/client/me/MeGate";
import { Button } from "@/ui/Button";
import { Kbd } from "@/ui/marks/Kbd";
import { Moment } from "@/ui/time/Moment";
import { keysOf } from "../shortcuts/keymap";
import { useAvailability } from "./useAvailability";

/** Says when and why Parley took the viewer off duty, until they say that they are back. */
export function AbsenceStrip() {
  const t = useTranslations("shell.absence");
  const { absence } = useMe();
  const [, setAvailability] = useAvailability();
  const key = keysOf("me.here") ?? "";
  return (
    <div role="status">
      {absence ? (
        <div className="flex items-center justify-between gap-x-3 gap-y-1 bg-warn-bg px-4 py-1 text-table text-warn md:flex-wrap md:justify-center">
          <p className="flex min-w-0 items-center gap-2">
            <UserRoundX className="size-4 shrink-0" aria-hidden="true" />
            <span>{t.rich(absence.cause, { at: () => <Moment at={absence.at} className="num" /> })}</span>
          </p>
          <Button size="compact" aria-keyshortcuts={key} onClick={() => setAvailability(absence.before)}>
            {t("here")}
            <span className="pointer-touch:hidden">
              <Kbd keys={key} />
            </span>
          </Button>
        </div>
      ) : null}
    </div>
  );
}
