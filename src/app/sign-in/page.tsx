import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SignInPage } from "@/features/signIn/SignInPage";

/** The title of the tab. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signIn");
  return { title: t("title") };
}

type Query = { callbackUrl?: string | string[] };

/** The way in. */
export default async function SignIn({ searchParams }: { searchParams: Promise<Query> }) {
  const { callbackUrl } = await searchParams;
  return <SignInPage callbackUrl={typeof callbackUrl === "string" ? callbackUrl : null} />;
}
