"use client";

import { ChevronLeft, PanelRight } from "lucide-react";
import { useTranslations } from "next-intl";
import type { SequenceView } from "@/contract/views/requestViews";
import { keysOf } from "@/features/shell/shortcuts/keymap";
import { IconButton } from "@/ui/IconButton";
import { SlaChip } from "@/ui/marks/SlaChip";
import type { SequenceChanges } from "../changes/useSequenceChanges";
import type { SequenceActions } from "../useSequenceActions";
import { Assignment } from "./Assignment";
import { CategoryPicker } from "./CategoryPicker";
import { openClocks } from "./openClocks";
import { StateMenu } from "./StateMenu";
import { SubjectField } from "./SubjectField";
import { TagsEditor } from "./TagsEditor";

export type SequenceHeaderProps = {
  changes: SequenceChanges;
  actions: SequenceActions;
  onBack: () => void;
  onToggleContext: () => void;
  isContextShown: boolean;
  /** How many backchannels others have opened since; the context shows them. */
  freshBackchannels: number;
};

/** The subject, state, category, tags and rep of a request. The viewer changes them here, as far as they may. */
export function SequenceHeader(props: SequenceHeaderProps) {
  const { changes, actions, onBack, onToggleContext, isContextShown, freshBackchannels } = props;
  const internal = useTranslations("backchannel");
  const t = useTranslations("conversation.header");
  const changed = useTranslations("conversation.changed");
  const { shown } = changes;
  return (
    <header className="shrink-0 border-line border-b bg-surface px-3 py-2">
      <div className="flex items-center gap-2">
        <IconButton
          label={t("back")}
          keys={keysOf("conversation.back")}
          icon={<ChevronLeft className="size-4 rtl:rotate-180" aria-hidden="true" />}
          onClick={onBack}
          className="md:hidden"
        />
        <SubjectField
          key={shown.id}
          subject={shown.subject}
          mayChange={shown.may.change}
          onRename={(subject, seen) => changes.change({ subject }, changed("subject"), { subject: seen })}
        />
        <span translate="no" className="num hidden shrink-0 text-fg-3 text-meta sm:inline">
          {shown.reference}
        </span>
        <IconButton
          label={freshBackchannels > 0 ? internal("freshInContext", { count: freshBackchannels }) : t("context")}
          aria-pressed={isContextShown}
          icon={
            <>
              <PanelRight className="size-4 rtl:-scale-x-100" aria-hidden="true" />
              {freshBackchannels > 0 ? <FreshMark /> : null}
            </>
          }
          onClick={onToggleContext}
          className="relative"
        />
      </div>
      <Facts changes={changes} actions={actions} />
      <Assignment sequence={shown} actions={actions} />
    </header>
  );
}

/** A small mark over the corner of the button, which moves nothing. The button's name says what it means. */
function FreshMark() {
  return (
    <span
      aria-hidden="true"
      className="absolute end-1 top-1 size-2 rounded-full bg-accent forced-colors:bg-[Highlight]"
    />
  );
}

function Facts({ changes, actions }: Pick<SequenceHeaderProps, "changes" | "actions">) {
  const changed = useTranslations("conversation.changed");
  const { shown, change } = changes;
  const mayChange = shown.may.change;
  return (
    <div className="flex flex-wrap items-center gap-1.5 pt-1">
      <StateMenu
        state={shown.state}
        mayChange={mayChange}
        onChoose={actions.setState}
        isOpen={actions.open === "state"}
        onOpenChange={(isOpen) => actions.setOpen(isOpen ? "state" : null)}
      />
      <Clocks clocks={shown.clocks} />
      <CategoryPicker
        categoryId={shown.categoryId}
        classification={shown.classification}
        isConfirmed={shown.isCategoryConfirmed}
        mayChange={mayChange}
        onChoose={(categoryId, name) =>
          change(
            { categoryId },
            changed(categoryId === shown.categoryId ? "categoryConfirmed" : "category", { category: name }),
          )
        }
      />
      <TagsEditor
        tags={shown.tags}
        mayChange={mayChange}
        onChange={(tags) => change({ tags }, changed("tags"))}
        isOpen={actions.open === "tags"}
        onOpenChange={(isOpen) => actions.setOpen(isOpen ? "tags" : null)}
      />
    </div>
  );
}

/** At most one for each metric. */
const PLACES = ["first", "second", "third", "fourth", "fifth"] as const;

/** Shows each clock with its name, since a countdown alone does not say what for. */
function Clocks({ clocks }: Pick<SequenceView, "clocks">) {
  const t = useTranslations("conversation.header");
  const metrics = useTranslations("states.metric");
  return (
    <ul
      aria-label={t("sla")}
      className="order-last flex min-h-6 basis-full flex-wrap items-center gap-x-3 md:h-6 md:overflow-hidden"
    >
      {openClocks(clocks).map((clock, place) => (
        // Keyed by place, not by clock: when one is met, another takes its place, and nothing moves.
        <li key={PLACES[place]} className="flex w-40 shrink-0 items-center gap-1 whitespace-nowrap text-fg-3 text-meta">
          <span aria-hidden="true" className="w-20 truncate">
            {metrics(clock.metric)}
          </span>
          <SlaChip clock={clock} look="bare" />
        </li>
      ))}
    </ul>
  );
}
