"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { useMe } from "@/client/me/MeGate";
import { useRecheckViewer } from "@/client/me/useRecheckViewer";
import { Dialog } from "@/ui/overlays/Dialog";
import { SignInForm } from "./SignInForm";

/** Asks for the password when the session is over, without leaving the page, so that nothing typed is lost. */
export function SessionOverDialog({ isOpen }: { isOpen: boolean }) {
  const t = useTranslations("shell.sessionOver");
  const { email } = useMe();
  const recheck = useRecheckViewer();
  const passwordField = useRef<HTMLInputElement>(null);
  const goOn = () => void recheck();
  return (
    <Dialog
      isOpen={isOpen}
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
