"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { NativeSelect } from "@/ui/fields/NativeSelect";

export type TimeZoneFieldProps = { value: string; onChange: (timeZone: string) => void };

/** The time zone of an organization, proposed from this device. */
export function TimeZoneField({ value, onChange }: TimeZoneFieldProps) {
  const t = useTranslations("setup");
  // Browsers and servers know different lists of zones: the page begins with what both know.
  const [zones, setZones] = useState(["UTC"]);
  const propose = useRef(onChange);
  useEffect(() => {
    setZones(["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")]);
    propose.current(new Intl.DateTimeFormat().resolvedOptions().timeZone);
  }, []);
  const options = zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));
  return <NativeSelect label={t("timeZone")} value={value} options={options} onChange={onChange} />;
}
