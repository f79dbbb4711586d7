import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { QualityPage } from "@/features/settings/classifier/QualityPage";

/** The title of the tab. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.quality");
  return { title: t("title") };
}

/** How good the classifier is, and everything that makes it better. */
export default function Quality() {
  return <QualityPage />;
}
