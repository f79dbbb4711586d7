"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useTRPC } from "@/client/trpc";
import { FrontPage } from "@/ui/FrontPage";
import { type DemoLogIn, DemoLogIns } from "./DemoLogIns";
import { SignInForm } from "./SignInForm";
import { safePath } from "./safePath";

export type SignInPageProps = {
  /** The page to go to afterwards. Only pages of this origin are followed. */
  callbackUrl: string | null;
  /** Offered only if this desk is the demo. */
  demoLogIns: readonly DemoLogIn[];
};

/** The sign-in page. Without any organization it leads to the set-up instead. */
export function SignInPage({ callbackUrl, demoLogIns }: SignInPageProps) {
  const t = useTranslations("signIn");
  const trpc = useTRPC();
  const { data } = useQuery(trpc.setup.status.queryOptions({}));
  const [chosen, setChosen] = useState<DemoLogIn | null>(null);
  // A full page load, so that nothing in memory is left of the person who was signed in before.
  const enter = () => window.location.assign(safePath(callbackUrl));
  useEffect(() => {
    if (data?.isSetUp === false) window.location.replace("/setup");
  }, [data]);
  return (
    <FrontPage title={t("title")} lead={t("lead")}>
      <SignInForm key={chosen?.email ?? ""} {...(chosen ? { initial: chosen } : {})} onDone={enter} />
      {data?.isDemo && demoLogIns.length > 0 ? <DemoLogIns logIns={demoLogIns} onChoose={setChosen} /> : null}
    </FrontPage>
  );
}
