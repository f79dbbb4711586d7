import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SetupPage } from "@/features/setup/SetupPage";

/** The title of the tab. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("setup");
  return { title: t("title") };
}

/** The set-up of an empty desk. */
export default function Setup() {
  return <SetupPage />;
}
