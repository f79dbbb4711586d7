"use client";

import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, type RefObject, useEffect, useRef, useState } from "react";
import { Button } from "@/ui/Button";
import { PasswordField } from "@/ui/fields/PasswordField";
import { TextField } from "@/ui/fields/TextField";
import { Notice } from "@/ui/states/Notice";
import { type SignInRefusal, useSignIn } from "./useSignIn";

export type Credentials = { email: string; password: string };

export type SignInFormProps = {
  initial?: Credentials;
  /** True when the viewer only signs in again: then the address cannot be changed. */
  isEmailFixed?: boolean;
  /** A ref to the password field, for a dialog that focuses it first. */
  passwordField?: RefObject<HTMLInputElement | null>;
  onDone: () => void;
};

/** Asks for e-mail and password. A missing one is marked at its field, and the first such field gets the focus. */
export function SignInForm(props: SignInFormProps) {
  const { initial = { email: "", password: "" }, isEmailFixed = false, onDone } = props;
  const t = useTranslations("signIn");
  const [{ email, password }, setCredentials] = useState(initial);
  const [isChecked, setIsChecked] = useState(false);
  const emailField = useRef<HTMLInputElement>(null);
  const ownPasswordField = useRef<HTMLInputElement>(null);
  const passwordField = props.passwordField ?? ownPasswordField;
  const { signIn, isBusy, refusal } = useSignIn(onDone);

  // What was typed or filled in before the page's scripts ran.
  useEffect(() => {
    const [typedEmail, typedPassword] = [emailField.current?.value, passwordField.current?.value];
    if (typedEmail || typedPassword) setCredentials({ email: typedEmail ?? "", password: typedPassword ?? "" });
  }, [passwordField]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (email.trim() === "") return emailField.current?.focus();
    if (password === "") return passwordField.current?.focus();
    if ((await signIn(email, password)) === "wrong") passwordField.current?.select();
  };

  return (
    <form method="post" onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-4">
      <Refusal refusal={refusal} />
      <TextField
        ref={emailField}
        label={t("email")}
        name="email"
        type="email"
        autoComplete="username"
        inputMode="email"
        value={email}
        readOnly={isEmailFixed}
        error={isChecked && email.trim() === "" ? t("emailMissing") : undefined}
        onChange={(event) => setCredentials({ email: event.target.value, password })}
      />
      <PasswordField
        ref={passwordField}
        label={t("password")}
        name="password"
        autoComplete="current-password"
        value={password}
        error={isChecked && password === "" ? t("passwordMissing") : undefined}
        onChange={(event) => setCredentials({ email, password: event.target.value })}
      />
      <Button type="submit" look="primary" size="touch" isBusy={isBusy}>
        {t("submit")}
      </Button>
    </form>
  );
}

/** Shows a refusal. The alert region is always in the document, so that screen readers notice the text. */
function Refusal({ refusal }: { refusal: SignInRefusal | null }) {
  const t = useTranslations("signIn");
  const tErrors = useTranslations("errors");
  return (
    <div role="alert" className="empty:hidden">
      {refusal ? (
        <Notice tone="bad" icon={<CircleAlert className="size-4" aria-hidden="true" />}>
          {refusal === "wrong" ? t("wrong") : tErrors(refusal)}
        </Notice>
      ) : null}
    </div>
  );
}
