"use client";

import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import type { AppLocale, AppMessages } from "./messages";

/** Provides texts to the pages below it, and formats dates in the time zone of the viewer's device. */
export function ViewerIntl({
  locale,
  messages,
  children,
}: {
  locale: AppLocale;
  messages: AppMessages;
  children: ReactNode;
}) {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return (
    <NextIntlClientProvider locale={locale} messages={messages} timeZone={timeZone}>
      {children}
    </NextIntlClientProvider>
  );
}
