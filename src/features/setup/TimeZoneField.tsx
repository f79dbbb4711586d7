"use client";

import { useTranslations } from "next-intl";
import { useEffect, useMemo, useRef } from "react";
import { Combobox } from "@/ui/Combobox";

/** The time zone of an organization, proposed from this device. */
export function TimeZoneField({ value, onChange }: { value: string; onChange: (timeZone: string) => void }) {
  const t = useTranslations("setup");
  const options = useMemo(() => ["UTC", ...Intl.supportedValuesOf("timeZone")].map(optionOf), []);
  const propose = useRef(onChange);
  useEffect(() => propose.current(new Intl.DateTimeFormat().resolvedOptions().timeZone), []);
  return (
    <Combobox
      label={t("timeZone")}
      options={options}
      chosen={optionOf(value)}
      onChoose={(option) => (option ? onChange(option.value) : undefined)}
    />
  );
}

const optionOf = (zone: string) => ({ value: zone, label: zone.replaceAll("_", " ") });
