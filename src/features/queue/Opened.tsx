"use client";

import { ChevronLeft } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode, RefObject } from "react";
import { BackchannelPage } from "@/features/backchannel/pane/BackchannelPage";
import { ComposerRegistry } from "@/features/conversation/composer/ComposerRegistry";
import { Pane } from "@/features/shell/panes/Pane";
import { afterClosing } from "@/features/shell/preferences";
import { keysOf } from "@/features/shell/shortcuts/keymap";
import { IconButton } from "@/ui/IconButton";
import { EmptyState } from "@/ui/states/EmptyState";
import type { DeskPlace } from "./deskPlace";
import { nextAfter } from "./list/neighbourId";
import { SequenceDesk } from "./SequenceDesk";
import type { DeskNavigation } from "./useDeskNavigation";

export type OpenedProps = {
  navigation: DeskNavigation;
  place: DeskPlace;
  /** The requests of the list in the order shown. */
  order: RefObject<readonly string[]>;
  /** The backchannel whose invitation was just accepted. */
  acceptedId: string | null;
};

/** Shows what is open beside the list: a request, a backchannel, or nothing yet. */
export function Opened({ navigation, place, order, acceptedId }: OpenedProps): ReactNode {
  const t = useTranslations("queue");
  if (place.sequenceId !== null) {
    return (
      <SequenceDesk
        key={place.sequenceId}
        sequenceId={place.sequenceId}
        onBack={navigation.back}
        onOpenSequence={navigation.openSequence}
        onClosing={(sequenceId) => goOn(navigation, order.current, sequenceId)}
      />
    );
  }
  if (place.interactionId !== null) {
    return (
      <Pane id="thread" as="main" className="h-full">
        <ComposerRegistry key={place.interactionId}>
          <BackchannelPage
            interactionId={place.interactionId}
            startsWriting={place.interactionId === acceptedId}
            leading={<BackButton onBack={navigation.back} />}
            onOpenSequence={(sequenceId) => navigation.openSequence(sequenceId, "mine")}
          />
        </ComposerRegistry>
      </Pane>
    );
  }
  return (
    // A key of its own: with the element of what was open, the focus would stay in it.
    <Pane key="nothing" id="thread" as="main" className="h-full">
      <EmptyState title={t(place.view === "backchannels" ? "backchannels.pick" : "pick")}>
        {place.view === "backchannels" ? null : t("pickHint")}
      </EmptyState>
    </Pane>
  );
}

/** Goes on after a reply that closes a request, as the rep has chosen. */
function goOn(navigation: DeskNavigation, ids: readonly string[], closedId: string): void {
  const choice = afterClosing.read();
  if (choice === "stay") return;
  const nextId = choice === "next" ? nextAfter(ids, closedId) : null;
  if (nextId === null) navigation.back();
  else navigation.openSequence(nextId);
}

function BackButton({ onBack }: { onBack: () => void }) {
  const t = useTranslations("queue");
  return (
    <IconButton
      label={t("backToList")}
      keys={keysOf("conversation.back")}
      icon={<ChevronLeft className="size-4 rtl:rotate-180" aria-hidden="true" />}
      onClick={onBack}
      className="md:hidden"
    />
  );
}
