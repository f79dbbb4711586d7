"use client";

import { Gauge, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useMe } from "@/client/me/MeGate";
import { classes } from "@/ui/classes";
import { SETTINGS_PAGES } from "./settingsPages";

const ICON = { quality: Gauge };

/** The pages of the settings by group. A page with notices for administrators is marked. */
export function PagesList() {
  const t = useTranslations("settings");
  const pathname = usePathname();
  const { notices } = useMe();
  return (
    <>
      <p aria-hidden="true" className="px-2 pb-1 font-medium text-fg-3 text-meta max-md:hidden">
        {t("group.categories")}
      </p>
      <ul className="flex gap-1 overflow-x-auto md:flex-col">
        {SETTINGS_PAGES.map(({ id, group, href }) => {
          const Icon = ICON[id];
          const current = currentOf(href, pathname);
          return (
            <li key={id}>
              <Link
                href={href}
                aria-current={current}
                className={classes(
                  "flex h-8 items-center gap-2 whitespace-nowrap rounded-control px-2 -outline-offset-2 pointer-touch:h-11",
                  current ? "bg-selected font-medium text-fg" : "text-fg-2 hover:bg-hover hover:text-fg",
                )}
              >
                <Icon className="size-4 shrink-0" aria-hidden="true" />
                <span className="min-w-0 flex-1 truncate">
                  <span className="sr-only">{t(`group.${group}`)}: </span>
                  {t(`page.${id}`)}
                </span>
                {notices.length > 0 ? (
                  <>
                    <TriangleAlert className="size-4 text-warn" aria-hidden="true" />
                    <span className="sr-only">{t("news", { count: notices.length })}</span>
                  </>
                ) : null}
              </Link>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** The `aria-current` of a link: "page" on its own page, "true" on a page below it. */
function currentOf(href: string, pathname: string): "page" | "true" | undefined {
  if (pathname === href) return "page";
  return pathname.startsWith(`${href}/`) ? "true" : undefined;
}
