import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { isDeskView } from "@/features/queue/deskPlace";

type Properties = { params: Promise<{ view: string }> };

/** The title of the tab until something is opened. */
export async function generateMetadata({ params }: Properties): Promise<Metadata> {
  const { view } = await params;
  const t = await getTranslations("queue.views");
  return isDeskView(view) ? { title: t(view) } : {};
}

/** A view of the desk. The layout shows it. */
export default function DeskViewPage() {
  return null;
}
