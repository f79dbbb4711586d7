import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PresencePage } from "@/features/settings/presence/PresencePage";

/** The title of the tab. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.presence");
  return { title: t("title") };
}

/** When reps become away, and what happens to their requests then. */
export default function Presence() {
  return <PresencePage />;
}
