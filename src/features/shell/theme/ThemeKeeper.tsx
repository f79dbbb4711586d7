"use client";

import { useEffect } from "react";
import { useMe } from "@/client/me/MeGate";
import { applyTheme, systemIsDark, themePreference } from "./theme";

/** Applies the viewer's theme to the document: that of their account at first, then what they choose here. */
export function ThemeKeeper() {
  const { theme } = useMe();
  useEffect(() => themePreference.write(theme), [theme]);
  useEffect(() => {
    const apply = () => applyTheme(themePreference.read());
    const system = systemIsDark();
    const unfollow = themePreference.subscribe(apply);
    system.addEventListener("change", apply);
    apply();
    return () => {
      unfollow();
      system.removeEventListener("change", apply);
    };
  }, []);
  return null;
}
