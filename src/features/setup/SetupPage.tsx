"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { errorCodeOf } from "@/client/errors/errorCodeOf";
import { useErrorText } from "@/client/errors/useErrorText";
import { useTRPC } from "@/client/trpc";
import { FrontPage } from "@/ui/FrontPage";
import { SetupForm } from "./SetupForm";
import type { SetupAnswers } from "./setupMistake";

/** The set-up of an empty desk: creates the organization and its administrator, then signs the administrator in. */
export function SetupPage() {
  const t = useTranslations("setup");
  const trpc = useTRPC();
  const errorText = useErrorText();
  const { data } = useQuery(trpc.setup.status.queryOptions({}));
  const create = useMutation(trpc.setup.create.mutationOptions({ onSuccess: (_, answers) => signInWith(answers) }));
  const isOver = data?.isSetUp === true || (create.error !== null && errorCodeOf(create.error) === "already_set_up");
  useEffect(() => {
    // Not when this page itself has just set the desk up and is signing in.
    if (isOver && create.isIdle) window.location.replace("/sign-in");
  }, [isOver, create.isIdle]);
  return (
    <FrontPage title={t("title")} lead={t("lead")}>
      <SetupForm
        isBusy={create.isPending || create.isSuccess}
        refusal={create.error ? errorText(create.error) : null}
        onSubmit={(answers) => create.mutate(answers)}
      />
    </FrontPage>
  );
}

async function signInWith({ email, password }: SetupAnswers): Promise<void> {
  const { signIn } = await import("next-auth/react");
  const answer = await signIn("credentials", { redirect: false, email, password });
  window.location.assign(answer?.ok ? "/" : "/sign-in");
}
