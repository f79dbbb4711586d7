"use client";

import { LogOut, Monitor, Moon, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { useMe } from "@/client/me/MeGate";
import { IconButton } from "@/ui/IconButton";
import { Avatar } from "@/ui/marks/Avatar";
import { Menu } from "@/ui/overlays/Menu";
import { AFTER_CLOSING, afterClosing } from "../preferences";
import { type Theme, themePreference } from "../theme/theme";
import { useTheme } from "../theme/useTheme";
import { useSignOut } from "./useSignOut";

const THEMES: readonly Theme[] = ["system", "light", "dark"];
const ICON = { system: Monitor, light: Sun, dark: Moon };

/** A menu with the name of the viewer, the choices kept for them, and the sign-out. */
export function AccountMenu() {
  const t = useTranslations("shell.account");
  const tRail = useTranslations("shell.rail");
  const tRoles = useTranslations("states.role");
  const me = useMe();
  const [theme, setTheme] = useTheme();
  const afterwards = useSyncExternalStore(afterClosing.subscribe, afterClosing.read, () => AFTER_CLOSING[0]);
  const { signOut, signOutEverywhere } = useSignOut();
  const { organization, publicName } = me;
  const shownName = organization.showsPublicNames
    ? t("publicName", { name: publicName })
    : t("organizationName", { name: organization.aliasName });
  const themes = THEMES.map((value) => {
    const Icon = ICON[value];
    return { value, label: t(value), icon: <Icon className="size-4" aria-hidden="true" /> };
  });
  const out = <LogOut className="size-4" aria-hidden="true" />;
  return (
    <Menu
      side="inline-end"
      align="end"
      trigger={
        <IconButton label={tRail("account", { name: me.name })} icon={<Avatar name={me.name} />} side="inline-end" />
      }
      items={[
        { kind: "heading", id: "name", label: `${me.name}, ${tRoles(me.role)}` },
        { kind: "heading", id: "public", label: shownName },
        { kind: "separator", id: "before theme" },
        {
          kind: "choices",
          id: "theme",
          label: t("theme"),
          value: theme,
          options: themes,
          onChoose: (value) => setTheme(THEMES.find((each) => each === value) ?? themePreference.read()),
        },
        { kind: "separator", id: "before after closing" },
        {
          kind: "choices",
          id: "after closing",
          label: t("afterClosing"),
          value: afterwards,
          options: AFTER_CLOSING.map((value) => ({ value, label: t(`afterClosingTo.${value}`) })),
          onChoose: (value) => afterClosing.write(AFTER_CLOSING.find((each) => each === value) ?? afterwards),
        },
        { kind: "separator", id: "before out" },
        { id: "out", label: t("signOut"), icon: out, onSelect: signOut },
        { id: "out everywhere", label: t("signOutEverywhere"), icon: out, onSelect: signOutEverywhere },
      ]}
    />
  );
}
