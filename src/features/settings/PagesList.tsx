"use client";

import { Gauge, TriangleAlert, UserCheck } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useMe } from "@/client/me/MeGate";
import type { AdministratorNotice } from "@/contract/views/organizationViews";
import { classes } from "@/ui/classes";
import { SETTINGS_PAGES } from "./settingsPages";

type Page = (typeof SETTINGS_PAGES)[number];

const ICON = { quality: Gauge, presence: UserCheck };
const PAGE_OF_NOTICE: Record<AdministratorNotice["code"], Page["id"]> = { classifier_threshold_raised: "quality" };
const GROUPS = [...new Set(SETTINGS_PAGES.map(({ group }) => group))];

/** The pages of the settings by group. A page with notices for administrators is marked. */
export function PagesList() {
  const t = useTranslations("settings");
  return (
    <div className="flex gap-1 overflow-x-auto md:flex-col md:gap-3">
      {GROUPS.map((group) => (
        <div key={group}>
          <p aria-hidden="true" className="px-2 pb-1 font-medium text-fg-3 text-meta max-md:hidden">
            {t(`group.${group}`)}
          </p>
          <ul className="flex gap-1 md:flex-col">
            {SETTINGS_PAGES.filter((page) => page.group === group).map((page) => (
              <li key={page.id}>
                <PageLink {...page} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

function PageLink({ id, group, href }: Page) {
  const t = useTranslations("settings");
  const current = currentOf(href, usePathname());
  const notices = useMe().notices.filter(({ code }) => PAGE_OF_NOTICE[code] === id);
  const Icon = ICON[id];
  return (
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
  );
}

/** The `aria-current` of a link: "page" on its own page, "true" on a page below it. */
function currentOf(href: string, pathname: string): "page" | "true" | undefined {
  if (pathname === href) return "page";
  return pathname.startsWith(`${href}/`) ? "true" : undefined;
}
