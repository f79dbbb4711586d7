"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import type { MouseEvent } from "react";
import { useMe } from "@/client/me/MeGate";
import { useRecheckViewer } from "@/client/me/useRecheckViewer";
import { exportAddress } from "./sendExamples";

/** Downloads all examples as CSV. A download cannot say why it failed, so the session is checked first. */
export function ExportLink() {
  const t = useTranslations("settings.quality.import");
  const { partyId } = useMe();
  const recheck = useRecheckViewer();
  const address = exportAddress(partyId);
  const download = (event: MouseEvent) => {
    event.preventDefault();
    void recheck().then((isHeld) => (isHeld ? window.location.assign(address) : undefined));
  };
  return (
    <a
      href={address}
      download
      onClick={download}
      className="inline-flex min-h-6 items-center gap-1.5 self-start text-link text-table underline underline-offset-4 pointer-touch:min-h-11"
    >
      <Download className="size-4" aria-hidden="true" />
      {t("export")}
    </a>
  );
}
