"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { useMe } from "@/client/me/MeGate";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/overlays/Dialog";

const reload = () => window.location.reload();

/**
 * Says that somebody else has signed in with this browser. The only way on is to reload the page for them.
 *
 * @param name the name of that person; null keeps the dialog closed
 */
export function OtherViewerDialog({ name }: { name: string | null }) {
  const t = useTranslations("shell.otherViewer");
  const me = useMe();
  const button = useRef<HTMLButtonElement>(null);
  return (
    <Dialog
      isOpen={name !== null}
      onOpenChange={reload}
      title={t("title", { name: name ?? "" })}
      isDismissible={false}
      size="small"
      initialFocus={button}
      footer={
        <Button ref={button} look="primary" size="touch" onClick={reload}>
          {t("reload")}
        </Button>
      }
    >
      <p className="text-fg-2 text-table">{t("text", { owner: me.name })}</p>
    </Dialog>
  );
}
