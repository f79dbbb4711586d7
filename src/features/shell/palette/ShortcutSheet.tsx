"use client";

import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { Checkbox } from "@/ui/fields/Checkbox";
import { Kbd } from "@/ui/marks/Kbd";
import { Dialog } from "@/ui/overlays/Dialog";
import { overlays } from "../overlays";
import { letterKeys } from "../preferences";
import type { RegisteredCommand } from "../shortcuts/command";
import type { CommandCategory } from "../shortcuts/keymap";
import { registry } from "../shortcuts/registry";

const ORDER: readonly CommandCategory[] = ["general", "navigation", "list", "request", "writing"];

/** Lists all keys that act on this screen, with the switch for single letters (WCAG 2.1.4). */
export function ShortcutSheet() {
  const t = useTranslations("shell");
  const commands = useSyncExternalStore(registry.subscribe, registry.all, registry.all);
  const usesLetters = useSyncExternalStore(letterKeys.subscribe, letterKeys.isOn, () => true);
  const withKeys = commands.filter(({ keys }) => keys.length > 0);
  return (
    <Dialog
      isOpen
      onOpenChange={overlays.close}
      title={t("shortcuts.title")}
      description={t("shortcuts.note")}
      size="large"
    >
      <div className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
        {ORDER.map((category) => (
          <Section
            key={category}
            title={t(`category.${category}`)}
            commands={withKeys.filter((each) => each.category === category)}
          />
        ))}
      </div>
      <div className="mt-4 border-line border-t pt-3">
        <Checkbox label={t("shortcuts.turnOff")} isChecked={usesLetters} onChange={letterKeys.turn} />
      </div>
    </Dialog>
  );
}

function Section({ title, commands }: { title: string; commands: readonly RegisteredCommand[] }) {
  if (commands.length === 0) return null;
  return (
    <section>
      <h3 className="pb-1 font-medium text-fg-3 text-meta">{title}</h3>
      <dl>
        {commands.map(({ id, title: name, keys }) => (
          <div key={id} className="flex min-h-8 items-center justify-between gap-4 border-line border-b">
            <dt>{name}</dt>
            <dd className="flex gap-2">
              {keys.map((each) => (
                <span key={each}>
                  <span className="sr-only">{each}</span>
                  <Kbd keys={each} />
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
