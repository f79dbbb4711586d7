"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { type Control, useController, useForm } from "react-hook-form";
import { PASSWORD_LENGTH_MIN } from "@/contract/inputs/limits";
import { Button } from "@/ui/Button";
import { PasswordField } from "@/ui/fields/PasswordField";
import { TextField } from "@/ui/fields/TextField";
import { Notice } from "@/ui/states/Notice";
import { SetupAnswers, setupMistake } from "./setupMistake";
import { TimeZoneField } from "./TimeZoneField";

export type SetupFormProps = { isBusy: boolean; refusal: string | null; onSubmit: (answers: SetupAnswers) => void };

const EMPTY: SetupAnswers = { organizationName: "", timeZone: "UTC", name: "", email: "", password: "" };

/** Asks for what a new desk needs. After the first attempt, mistakes are shown at their fields. */
export function SetupForm({ isBusy, refusal, onSubmit }: SetupFormProps) {
  const t = useTranslations("setup");
  const { control, handleSubmit } = useForm({ resolver: zodResolver(SetupAnswers), defaultValues: EMPTY });
  const timeZone = useController({ control, name: "timeZone" }).field;
  return (
    <form
      method="post"
      onSubmit={(event) => void handleSubmit(onSubmit)(event)}
      noValidate
      className="flex flex-col gap-6"
    >
      <fieldset className="flex min-w-0 flex-col gap-4">
        <legend className="mb-2 font-semibold text-title">{t("organization")}</legend>
        <TextField
          {...useAnswer(control, "organizationName")}
          label={t("organizationName")}
          hint={t("organizationNameHint")}
          autoComplete="organization"
        />
        <TimeZoneField value={timeZone.value} onChange={timeZone.onChange} />
      </fieldset>
      <fieldset className="flex min-w-0 flex-col gap-4">
        <legend className="mb-2 font-semibold text-title">{t("administrator")}</legend>
        <TextField {...useAnswer(control, "name")} label={t("name")} autoComplete="name" />
        <TextField {...useAnswer(control, "email")} label={t("email")} type="email" autoComplete="username" />
        <PasswordField
          {...useAnswer(control, "password")}
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

/** The props of a field: its value and, after the first attempt, what is wrong with it. */
function useAnswer(control: Control<SetupAnswers>, name: Exclude<keyof SetupAnswers, "timeZone">) {
  const t = useTranslations("setup");
  const { field, fieldState } = useController({ control, name });
  const { error } = fieldState;
  return {
    ...field,
    isRequired: true,
    error: error && t(setupMistake(error, field.value), { min: PASSWORD_LENGTH_MIN }),
  };
}
