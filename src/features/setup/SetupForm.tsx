"use client";

import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { PASSWORD_LENGTH_MIN } from "@/contract/inputs/limits";
import { Button } from "@/ui/Button";
import { PasswordField } from "@/ui/fields/PasswordField";
import { TextField } from "@/ui/fields/TextField";
import { Notice } from "@/ui/states/Notice";
import { checkSetup, type SetupAnswers } from "./checkSetup";
import { TimeZoneField } from "./TimeZoneField";

export type SetupFormProps = { isBusy: boolean; refusal: string | null; onSubmit: (answers: SetupAnswers) => void };

const EMPTY: SetupAnswers = { organizationName: "", timeZone: "UTC", name: "", email: "", password: "" };

/** Asks for what a new desk needs; mistakes are told at their fields after the first try. */
export function SetupForm({ isBusy, refusal, onSubmit }: SetupFormProps) {
  const t = useTranslations("setup");
  const form = useRef<HTMLFormElement>(null);
  const [answers, setAnswers] = useState(EMPTY);
  const [isChecked, setIsChecked] = useState(false);
  const mistakes = isChecked ? checkSetup(answers) : {};

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    const [first] = Object.keys(checkSetup(answers));
    if (first === undefined) return onSubmit({ ...answers, email: answers.email.trim() });
    form.current?.querySelector<HTMLInputElement>(`[name="${first}"]`)?.focus();
  };
  const field = (name: Exclude<keyof SetupAnswers, "timeZone">) => ({
    name,
    isRequired: true,
    value: answers[name],
    error: mistakes[name] && t(mistakes[name], { min: PASSWORD_LENGTH_MIN }),
    onChange: (event: { target: { value: string } }) => setAnswers({ ...answers, [name]: event.target.value }),
  });

  return (
    <form ref={form} onSubmit={submit} noValidate className="flex flex-col gap-6">
      <fieldset className="flex min-w-0 flex-col gap-4">
        <legend className="mb-2 font-semibold text-title">{t("organization")}</legend>
        <TextField
          {...field("organizationName")}
          label={t("organizationName")}
          hint={t("organizationNameHint")}
          autoComplete="organization"
        />
        <TimeZoneField
          value={answers.timeZone}
          onChange={(timeZone) => setAnswers((before) => ({ ...before, timeZone }))}
        />
      </fieldset>
      <fieldset className="flex min-w-0 flex-col gap-4">
        <legend className="mb-2 font-semibold text-title">{t("administrator")}</legend>
        <TextField {...field("name")} label={t("name")} autoComplete="name" />
        <TextField {...field("email")} label={t("email")} type="email" autoComplete="username" />
        <PasswordField
          {...field("password")}
          label={t("password")}
          hint={t("passwordHint", { min: PASSWORD_LENGTH_MIN })}
          autoComplete="new-password"
        />
      </fieldset>
      <div role="alert" className="empty:hidden">
        {refusal ? (
          <Notice tone="bad" icon={<CircleAlert className="size-4" aria-hidden="true" />}>
            {refusal}
          </Notice>
        ) : null}
      </div>
      <Button type="submit" look="primary" size="touch" isBusy={isBusy}>
        {t("submit")}
      </Button>
    </form>
  );
}
