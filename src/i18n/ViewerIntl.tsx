"use client";

import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import type { AppLocale, AppMessages } from "./messages";

/** Gives the pages below their texts, and writes dates in the zone of the viewer's own device. */
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
