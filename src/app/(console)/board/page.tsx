import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BoardPage } from "@/features/board/BoardPage";

/** The title of the tab. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("board");
  return { title: t("title") };
}

/** The live board of supervisors. */
export default function Board() {
  return <BoardPage />;
}
