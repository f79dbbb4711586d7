"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { useLiveStore } from "@/features/live/LiveProvider";
import { useMe } from "@/features/live/MeGate";
import { useLiveStatus } from "@/features/live/useLiveStatus";
import { Dialog } from "@/ui/Dialog";
import { SignInForm } from "./SignInForm";

/** Asks for the password in place when the session is over, so that nothing written is lost. */
export function SessionOverDialog() {
  const t = useTranslations("shell.sessionOver");
  const { email } = useMe();
  const store = useLiveStore();
  const queryClient = useQueryClient();
  const isOver = useLiveStatus("isSignedOut");
  const passwordField = useRef<HTMLInputElement>(null);
  const goOn = () => {
    store.setSignedOut(false);
    store.wake();
    void queryClient.invalidateQueries();
  };
  return (
    <Dialog
      isOpen={isOver}
      onOpenChange={goOn}
      title={t("title")}
      description={t("text")}
      isDismissible={false}
      size="small"
      initialFocus={passwordField}
    >
      <SignInForm initial={{ email, password: "" }} isEmailFixed passwordField={passwordField} onDone={goOn} />
    </Dialog>
  );
}
