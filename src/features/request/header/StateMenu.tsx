"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { SEQUENCE_STATES, type SequenceState } from "@/domain/request/sequenceState";
import { Button } from "@/ui/Button";
import { StateChip, StateShape } from "@/ui/marks/StateChip";
import { Menu } from "@/ui/overlays/Menu";

export type StateMenuProps = {
  state: SequenceState;
  mayChange: boolean;
  onChoose: (state: SequenceState) => void;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
};

/** Shows and sets the state of a sequence (C4). */
export function StateMenu({ state, mayChange, onChoose, isOpen, onOpenChange }: StateMenuProps) {
  const t = useTranslations("conversation.header");
  const states = useTranslations("states.sequence");
  if (!mayChange) return <StateChip state={state} />;
  return (
    <Menu
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      trigger={
        // As wide as the longest state, so that a change moves nothing beside it.
        <Button size="compact" icon={<StateShape state={state} />} className="min-w-28 justify-start">
          <span className="sr-only">{t("state")}: </span>
          {states(state)}
          <ChevronDown className="ms-auto size-3.5" aria-hidden="true" />
        </Button>
      }
      items={[
        {
          kind: "choices",
          id: "state",
          value: state,
          options: SEQUENCE_STATES.map((each) => ({
            value: each,
            label: states(each),
            icon: <StateShape state={each} />,
          })),
          onChoose: (value) => {
            const chosen = SEQUENCE_STATES.find((each) => each === value);
            if (chosen && chosen !== state) onChoose(chosen);
          },
        },
      ]}
    />
  );
}
