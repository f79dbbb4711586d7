"use client";

import { AvailabilityMark } from "@/ui/marks/AvailabilityMark";
import { Avatar } from "@/ui/marks/Avatar";
import { Badge } from "@/ui/marks/Badge";
import { Chip } from "@/ui/marks/Chip";
import { Kbd } from "@/ui/marks/Kbd";
import { LoadBar } from "@/ui/marks/LoadBar";
import { Logo } from "@/ui/marks/Logo";
import { ProgressBar } from "@/ui/marks/ProgressBar";
import { SlaChip } from "@/ui/marks/SlaChip";
import { StateChip } from "@/ui/marks/StateChip";
import type { ShownClock } from "@/ui/marks/slaClockFace";
import { TINT, type Tone } from "@/ui/marks/tone";
import { Elapsed } from "@/ui/time/Elapsed";
import { Moment } from "@/ui/time/Moment";
import { Room, Specimen } from "./Specimen";

const HOUR_MS = 3_600_000;
const TONES = Object.keys(TINT) as Tone[];
const STATES = ["open", "pending", "need_info", "closed"] as const;
const AVAILABILITIES = ["available", "on_call", "busy", "away", "offline"] as const;

/** Shows the marks, which tell a state by shape, word and colour. */
export function Marks({ now }: { now: Date }) {
  return (
    <Room title="Marks">
      <Specimen name="Chip">
        {TONES.map((tone) => (
          <Chip key={tone} tone={tone}>
            {tone}
          </Chip>
        ))}
        <Chip name="refund" onRemove={() => undefined}>
          refund
        </Chip>
      </Specimen>
      <Specimen name="StateChip">
        {STATES.map((state) => (
          <StateChip key={state} state={state} />
        ))}
      </Specimen>
      <Specimen name="SlaChip">
        {clocksAt(now).map((clock) => (
          <SlaChip key={`${clock.state} ${clock.atRiskAt}`} clock={{ ...clock, metric: "first_reply" }} />
        ))}
        {clocksAt(now).map((clock) => (
          <SlaChip key={`${clock.state} ${clock.atRiskAt}`} clock={clock} look="bare" />
        ))}
      </Specimen>
      <Specimen name="AvailabilityMark">
        {AVAILABILITIES.map((availability) => (
          <AvailabilityMark key={availability} availability={availability} />
        ))}
      </Specimen>
      <Specimen name="Avatar">
        <Avatar name="Núria Casals" size="small" />
        <Avatar name="Ana Ruiz" />
        <Avatar name="李小龍" size="large" />
        <Avatar name="Legal specialists" isInternal />
      </Specimen>
      <Specimen name="Badge and Kbd">
        <Badge count={3} />
        <Badge count={12} look="unread" label="12 unread" />
        <Badge count={140} look="unread" label="140 unread" />
        <Kbd keys="mod+shift+enter" />
        <Kbd keys="g q" />
      </Specimen>
      <Specimen name="LoadBar and ProgressBar">
        <LoadBar used={0} capacity={8} />
        <LoadBar used={5} capacity={8} />
        <LoadBar used={9} capacity={8} />
        <ProgressBar label="Fitting" share={0.4} text="40%" />
      </Specimen>
      <Specimen name="Elapsed, Moment and Logo">
        <Elapsed since={new Date(now.getTime() - 90 * 60_000)} />
        <Moment at={new Date(now.getTime() - 30 * HOUR_MS)} />
        <Logo />
      </Specimen>
    </Room>
  );
}

function clocksAt(now: Date): ShownClock[] {
  const at = (hours: number) => new Date(now.getTime() + hours * HOUR_MS);
  return [
    { state: "running", dueAt: at(5), atRiskAt: at(4), turnsAt: [] },
    { state: "running", dueAt: at(0.5), atRiskAt: at(-1), turnsAt: [] },
    { state: "breached", dueAt: at(-0.3), atRiskAt: at(-1), turnsAt: [] },
    { state: "paused", dueAt: null, atRiskAt: null, turnsAt: [] },
    { state: "outside_hours", dueAt: at(14), atRiskAt: at(13), turnsAt: [at(10)] },
    { state: "met", dueAt: null, atRiskAt: null, turnsAt: [] },
  ];
}
