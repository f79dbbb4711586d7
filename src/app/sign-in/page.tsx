import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DEMO_LOG_INS } from "@/demo/logIns";
import { SignInPage } from "@/features/signIn/SignInPage";

/** The title of the tab. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signIn");
  return { title: t("title") };
}

type Query = { callbackUrl?: string | string[] };

/** The sign-in page. */
export default async function SignIn({ searchParams }: { searchParams: Promise<Query> }) {
  const { callbackUrl } = await searchParams;
  // Only a process that serves the demo may show its passwords; the page checks that the database holds the demo.
  const demoLogIns = process.env.PARLEY_DEMO === "1" ? DEMO_LOG_INS : [];
  return <SignInPage callbackUrl={typeof callbackUrl === "string" ? callbackUrl : null} demoLogIns={demoLogIns} />;
}
