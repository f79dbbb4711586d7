"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { useMe } from "@/client/me/MeGate";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/overlays/Dialog";
import { overlays } from "../overlays";
import { ViewsList } from "../views/ViewsList";
import { AccountMenu } from "./AccountMenu";
import { StatusStrip } from "./ViewsSidebar";

/** The queues, the status and the account as a sheet, for screens without room for the sidebar. */
export function ViewsSheet() {
  const t = useTranslations("shell.views");
  const me = useMe();
  const isOpen = useSyncExternalStore(
    overlays.subscribe,
    () => overlays.current() === "views",
    () => false,
  );
  return (
    <Dialog isOpen={isOpen} onOpenChange={overlays.close} title={t("label")} placement="sheet" size="small">
      <div className="-mx-4 -my-3 flex h-full flex-col">
        <div className="flex-1">
          <ViewsList onChoose={overlays.close} />
        </div>
        {/* Opens the palette on devices without a keyboard. */}
        <div className="px-2 pb-2">
          <Button
            className="w-full"
            icon={<Search className="size-4" aria-hidden="true" />}
            onClick={() => overlays.open("palette")}
          >
            {t("find")}
          </Button>
        </div>
        <StatusStrip />
        <div className="flex items-center gap-2 border-line border-t p-2">
          <AccountMenu />
          <span aria-hidden="true" className="truncate text-fg-2">
            {me.name}
          </span>
        </div>
      </div>
    </Dialog>
  );
}
