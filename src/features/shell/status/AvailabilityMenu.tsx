"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactElement } from "react";
import type { Availability } from "@/domain/routing/availability";
import { Button } from "@/ui/Button";
import { IconButton } from "@/ui/IconButton";
import { AvailabilityMark } from "@/ui/marks/AvailabilityMark";
import { Menu } from "@/ui/overlays/Menu";
import { useAvailability } from "./useAvailability";

const CHOICES: readonly Availability[] = ["available", "on_call", "busy", "away", "offline"];

/** A menu that shows and changes the viewer's availability. "mark" is the shape alone, for the rail. */
export function AvailabilityMenu({ look }: { look: "words" | "mark" }) {
  const t = useTranslations("shell.status");
  const tStates = useTranslations("states.availability");
  const [availability, setAvailability] = useAvailability();
  const mark = <AvailabilityMark availability={availability} />;
  const said = t("availability", { availability: tStates(availability) });
  const trigger: ReactElement =
    look === "mark" ? (
      <IconButton label={said} icon={mark} side="inline-end" />
    ) : (
      <Button look="ghost" size="compact" icon={mark} aria-label={said} className="min-w-0 justify-start text-fg">
        <span className="truncate">{tStates(availability)}</span>
        <ChevronDown className="ms-auto size-3.5 text-fg-3" aria-hidden="true" />
      </Button>
    );
  return (
    <Menu
      trigger={trigger}
      side={look === "mark" ? "inline-end" : "top"}
      items={[
        {
          kind: "choices",
          id: "availability",
          label: t("setAvailability"),
          value: availability,
          onChoose: (value) => setAvailability(CHOICES.find((each) => each === value) ?? availability),
          options: CHOICES.map((value) => ({
            value,
            label: tStates(value),
            hint: t(`hint.${value}`),
            icon: <AvailabilityMark availability={value} />,
          })),
        },
      ]}
    />
  );
}
