"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { NativeSelect } from "@/ui/fields/NativeSelect";

export type TimeZoneFieldProps = { value: string; onChange: (timeZone: string) => void };

/** Asks for the time zone of the organization, and proposes that of this device. */
export function TimeZoneField({ value, onChange }: TimeZoneFieldProps) {
  const t = useTranslations("setup");
  // Browser and server know different zones: the first render uses the one that both know.
  const [zones, setZones] = useState(["UTC"]);
  const propose = useRef(onChange);
  useEffect(() => {
    setZones(["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")]);
    propose.current(new Intl.DateTimeFormat().resolvedOptions().timeZone);
  }, []);
  const options = zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));
  return <NativeSelect label={t("timeZone")} value={value} options={options} onChange={onChange} />;
}
