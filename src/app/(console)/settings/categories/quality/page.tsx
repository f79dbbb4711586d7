import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { QualityPage } from "@/features/settings/classifier/QualityPage";

/** The title of the tab. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.quality");
  return { title: t("title") };
}

/** The quality of the classifier. */
export default function Quality() {
  return <QualityPage />;
}
