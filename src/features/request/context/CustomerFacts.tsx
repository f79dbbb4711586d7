"use client";

import { useFormatter, useLocale, useTimeZone, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { CustomerCard } from "@/contract/views/requestViews";
import { dayNumber } from "@/domain/time/dayNumber";
import { Avatar } from "@/ui/marks/Avatar";
import { useNow } from "@/ui/time/useTicking";

const MINUTE_MS = 60_000;
const CENTS = 100;

/** The known facts about the customer (R5). Unknown facts take no room. */
export function CustomerFacts({ customer }: { customer: CustomerCard }) {
  const t = useTranslations("conversation.context");
  const format = useFormatter();
  const { name, accountNumber, tier, location, locale, timeZone, spendingCents, currency } = customer;
  return (
    <section aria-label={t("customer")} className="flex flex-col gap-2">
      <div className="flex items-center gap-2">
        <Avatar name={name} size="large" />
        <p dir="auto" className="min-w-0 truncate font-semibold">
          {name}
        </p>
      </div>
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 text-table">
        <Fact term={t("account")}>{accountNumber}</Fact>
        <Fact term={t("tier")}>{tier}</Fact>
        <Fact term={t("location")}>{location}</Fact>
        <Fact term={t("language")}>{useLanguageName(locale)}</Fact>
        <Fact term={t("localTime")}>{timeZone ? <LocalTime timeZone={timeZone} /> : null}</Fact>
        <Fact term={t("spending")}>
          {spendingCents === null ? null : format.number(spendingCents / CENTS, { style: "currency", currency })}
        </Fact>
      </dl>
    </section>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  if (children === null || children === "") return null;
  return (
    <>
      <dt className="text-fg-3">{term}</dt>
      <dd dir="auto" className="min-w-0 [overflow-wrap:anywhere]">
        {children}
      </dd>
    </>
  );
}

function useLanguageName(code: string | null): string | null {
  const locale = useLocale();
  if (code === null) return null;
  try {
    return new Intl.DisplayNames([locale], { type: "language" }).of(code) ?? code;
  } catch {
    // A carrier may report a language that is no valid tag.
    return code;
  }
}

function LocalTime({ timeZone }: { timeZone: string }) {
  const format = useFormatter();
  const nowMs = useNow(MINUTE_MS);
  const viewerZone = useTimeZone();
  const now = new Date(nowMs);
  // On another day than here, the time alone would mislead.
  const isOtherDay = dayNumber(now, timeZone) !== dayNumber(now, viewerZone);
  const shown = isOtherDay
    ? ({ weekday: "short", hour: "numeric", minute: "2-digit" } as const)
    : ({ timeStyle: "short" } as const);
  return <time>{format.dateTime(now, { ...shown, timeZone })}</time>;
}
