"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { anchorOf, SETTINGS_PAGES, SETTINGS_PARTS } from "../settingsPages";
import type { Setting } from "./foundSettings";

/** All that can be searched for, in the viewer's language: each page, followed by its parts. */
export function useSettings(): readonly Setting[] {
  const t = useTranslations("settings");
  return useMemo(
    () =>
      SETTINGS_PAGES.flatMap(({ id: page, group, href }): Setting[] => {
        const place = t("search.place", { group: t(`group.${group}`), page: t(`page.${page}`) });
        return [
          { id: page, title: t(`${page}.title`), place, otherWords: t(`search.words.${page}`), href },
          ...SETTINGS_PARTS.filter((part) => part.page === page).map(({ id, title }) => ({
            ...{ id, place, href: `${href}#${anchorOf(id)}` },
            title: t(title),
            otherWords: t(`search.words.${id}`),
          })),
        ];
      }),
    [t],
  );
}
