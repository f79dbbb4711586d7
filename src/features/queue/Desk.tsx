"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { type RefObject, useLayoutEffect, useMemo, useRef, useState } from "react";
import { InvitationCards } from "@/features/backchannel/invitation/InvitationCards";
import { BackchannelList } from "@/features/backchannel/list/BackchannelList";
import { OutboxProvider } from "@/features/conversation/outbox/OutboxProvider";
import { focusIfLost } from "@/features/shell/panes/FocusKeeper";
import { Pane } from "@/features/shell/panes/Pane";
import { useCommands } from "@/features/shell/shortcuts/useCommands";
import { UndoProvider } from "@/features/shell/undo/UndoProvider";
import { classes } from "@/ui/classes";
import { EmptyState } from "@/ui/states/EmptyState";
import { AfterSending } from "./AfterSending";
import type { DeskPlace } from "./deskPlace";
import { QueuePane } from "./list/QueuePane";
import { Opened } from "./Opened";
import { type DeskNavigation, useDeskNavigation } from "./useDeskNavigation";
import { useMinWidth } from "./useMinWidth";
import { useTakeNext } from "./useTakeNext";

/**
 * The rep's desk: a list and the open request beside it; on a phone one of them at a time. The address says which list
 * and which request. Changing it loads no page.
 */
export function Desk() {
  const navigation = useDeskNavigation();
  if (!navigation.place) return <NotAPlace />;
  return (
    <UndoProvider>
      <OutboxProvider>
        <AfterSending onShow={navigation.showSequence} />
        <PlacedDesk navigation={navigation} place={navigation.place} />
      </OutboxProvider>
    </UndoProvider>
  );
}

/** The breakpoint `md` of the classes below. */
const ONE_PANE_BELOW_PX = 768;

type PlacedProps = { navigation: DeskNavigation; place: DeskPlace };
type OrderedProps = PlacedProps & { order: RefObject<readonly string[]> };

function PlacedDesk({ navigation, place }: PlacedProps) {
  const isOpen = place.sequenceId !== null || place.interactionId !== null;
  const isPhone = !useMinWidth(ONE_PANE_BELOW_PX);
  const order = useRef<readonly string[]>([]);
  const [acceptedId, setAcceptedId] = useState<string | null>(null);
  useFocusFollows(place);
  useBackCommand(navigation, isOpen);
  return (
    <div className="relative flex h-full min-h-0">
      <Pane
        id="list"
        as={isPhone ? "main" : "section"}
        className={classes(
          "flex w-full shrink-0 flex-col border-line border-e bg-surface md:w-80 min-[87.5rem]:w-88 2xl:w-96",
          // Hidden, not unmounted: the list keeps its place until the rep comes back.
          isOpen && "max-md:invisible max-md:absolute max-md:inset-0",
        )}
      >
        <ListOf navigation={navigation} place={place} order={order} />
        <InvitationCards
          isQuiet={place.view === "backchannels"}
          onOpen={navigation.openBackchannel}
          onAccepted={(interactionId) => {
            setAcceptedId(interactionId);
            navigation.openBackchannel(interactionId);
          }}
          onShowAll={navigation.showBackchannels}
        />
      </Pane>
      <div className={classes("min-w-0 flex-1 bg-bg", !isOpen && "max-md:hidden")}>
        <Opened navigation={navigation} place={place} order={order} acceptedId={acceptedId} />
      </div>
    </div>
  );
}

function ListOf({ navigation, place, order }: OrderedProps) {
  const t = useTranslations("queue");
  const { view } = place;
  // The open request, if any, has the h1.
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
            order={order}
          />
        )}
      </div>
    </>
  );
}

/** Moves a lost focus to what was opened, or back to the list. */
function useFocusFollows({ view, sequenceId, interactionId }: DeskPlace) {
  const openId = sequenceId ?? interactionId;
  const shownView = useRef(view);
  const isFirst = useRef(true);
  useLayoutEffect(() => {
    // On a page that was just loaded, the focus begins at the top.
    if (!isFirst.current) focusIfLost(openId === null || shownView.current !== view ? "list" : "thread");
    isFirst.current = false;
    shownView.current = view;
  }, [openId, view]);
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
