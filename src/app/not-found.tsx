import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/ui/states/EmptyState";

/** The page for what is not there and for what is not the viewer's: both look the same (P1). */
export default async function NotFound() {
  const t = await getTranslations("shell.notFound");
  const home = (
    <Link href="/" className="font-medium text-link underline underline-offset-4">
      {t("home")}
    </Link>
  );
  return (
    <main className="h-dvh">
      <EmptyState heading="h1" title={t("title")} action={home}>
        {t("text")}
      </EmptyState>
    </main>
  );
}
