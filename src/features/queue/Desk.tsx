"use client";

import { ChevronLeft } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { BackchannelList } from "@/features/backchannel/BackchannelList";
import { BackchannelPage } from "@/features/backchannel/BackchannelPage";
import { InvitationCards } from "@/features/backchannel/InvitationCards";
import { ComposerRegistry } from "@/features/conversation/composer/ComposerRegistry";
import { OutboxProvider } from "@/features/conversation/outbox/OutboxProvider";
import { UndoProvider } from "@/features/conversation/undo/UndoProvider";
import { Pane } from "@/features/shell/panes/Pane";
import { keysOf } from "@/features/shell/shortcuts/keymap";
import { useCommands } from "@/features/shell/shortcuts/useCommands";
import { classes } from "@/ui/classes";
import { EmptyState } from "@/ui/EmptyState";
import { IconButton } from "@/ui/IconButton";
import type { DeskPlace } from "./deskPlace";
import { QueuePane } from "./QueuePane";
import { SequenceDesk } from "./SequenceDesk";
import { type DeskNavigation, useDeskNavigation } from "./useDeskNavigation";
import { useMinWidth } from "./useMinWidth";
import { useTakeNext } from "./useTakeNext";

/**
 * The rep's desk: a list, and beside it what is open; on a phone one at a time. Which list and what is open stand in
 * the address, and changing them loads no page.
 */
export function Desk() {
  const navigation = useDeskNavigation();
  if (!navigation.place) return <NotAPlace />;
  return (
    <UndoProvider>
      <OutboxProvider>
        <PlacedDesk navigation={navigation} place={navigation.place} />
      </OutboxProvider>
    </UndoProvider>
  );
}

/** The breakpoint `md` of the classes below. */
const ONE_PANE_BELOW_PX = 768;

type PlacedProps = { navigation: DeskNavigation; place: DeskPlace };

function PlacedDesk({ navigation, place }: PlacedProps) {
  const isOpen = place.sequenceId !== null || place.interactionId !== null;
  const isPhone = !useMinWidth(ONE_PANE_BELOW_PX);
  useBackCommand(navigation, isOpen);
  return (
    <div className="relative flex h-full min-h-0">
      <Pane
        id="list"
        as={isPhone ? "main" : "section"}
        className={classes(
          "flex w-full shrink-0 flex-col border-line border-e bg-surface md:w-80 2xl:w-96",
          // Hidden, not gone: coming back finds the list where it was left.
          isOpen && "max-md:invisible max-md:absolute max-md:inset-0",
        )}
      >
        <ListOf navigation={navigation} place={place} />
        <InvitationCards
          isQuiet={place.view === "backchannels"}
          onOpen={navigation.openBackchannel}
          onShowAll={navigation.showBackchannels}
        />
      </Pane>
      <div className={classes("min-w-0 flex-1 bg-bg", !isOpen && "max-md:hidden")}>
        <Opened navigation={navigation} place={place} />
      </div>
    </div>
  );
}

function ListOf({ navigation, place }: PlacedProps) {
  const t = useTranslations("queue");
  const { view } = place;
  // What is open is what the page is about.
  const Heading = place.sequenceId === null && place.interactionId === null ? "h1" : "h2";
  const { takeNext, isTaking } = useTakeNext((sequenceId) => navigation.openSequence(sequenceId, "mine"));
  return (
    <>
      <Heading className="shrink-0 px-3 py-2.5 text-title">{t(`views.${view}`)}</Heading>
      <div className="min-h-0 flex-1">
        {view === "backchannels" ? (
          <div className="flex h-full flex-col">
            <BackchannelList openId={place.interactionId} onOpen={navigation.openBackchannel} />
          </div>
        ) : (
          <QueuePane
            key={view}
            view={view}
            openId={place.sequenceId}
            hrefOf={navigation.hrefOf}
            onOpen={navigation.openSequence}
            takeNext={takeNext}
            isTaking={isTaking}
          />
        )}
      </div>
    </>
  );
}

function Opened({ navigation, place }: PlacedProps): ReactNode {
  const t = useTranslations("queue");
  if (place.sequenceId !== null) {
    return (
      <SequenceDesk
        key={place.sequenceId}
        sequenceId={place.sequenceId}
        onBack={navigation.back}
        onOpenSequence={navigation.openSequence}
      />
    );
  }
  if (place.interactionId !== null) {
    return (
      <Pane id="thread" as="main" className="h-full">
        <ComposerRegistry key={place.interactionId}>
          <BackchannelPage
            interactionId={place.interactionId}
            leading={<BackButton onBack={navigation.back} />}
            onOpenSequence={(sequenceId) => navigation.openSequence(sequenceId, "mine")}
          />
        </ComposerRegistry>
      </Pane>
    );
  }
  return (
    <Pane id="thread" as="main" className="h-full">
      <EmptyState title={t(place.view === "backchannels" ? "backchannels.pick" : "pick")}>
        {place.view === "backchannels" ? null : t("pickHint")}
      </EmptyState>
    </Pane>
  );
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

function useBackCommand({ back }: DeskNavigation, isOpen: boolean) {
  const t = useTranslations("queue.commands");
  useCommands(
    useMemo(() => [{ id: "conversation.back", title: t("back"), when: () => isOpen, run: back }], [t, back, isOpen]),
  );
}

function NotAPlace() {
  const t = useTranslations("queue");
  return (
    <Pane id="main" as="main" className="h-full">
      <EmptyState
        title={t("notAPlace")}
        action={
          <Link href="/q/mine" className="text-link underline">
            {t("toMine")}
          </Link>
        }
      />
    </Pane>
  );
}
