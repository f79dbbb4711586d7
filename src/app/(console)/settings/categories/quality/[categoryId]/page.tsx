import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ExamplesPage } from "@/features/settings/examples/ExamplesPage";

/** The title of the tab. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.examples");
  return { title: t("title") };
}

/** The examples from which the classifier learns one category. */
export default async function Examples({ params }: { params: Promise<{ categoryId: string }> }) {
  const { categoryId } = await params;
  return <ExamplesPage key={categoryId} categoryId={categoryId} />;
}
