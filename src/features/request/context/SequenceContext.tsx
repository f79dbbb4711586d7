"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { SequenceView } from "@/contract/views/requestViews";
import { StateChip } from "@/ui/marks/StateChip";
import { Moment } from "@/ui/time/Moment";
import { CustomerFacts } from "./CustomerFacts";

export type SequenceContextProps = {
  sequence: SequenceView;
  /** The section about backchannels. */
  backchannels: ReactNode;
  onOpenSequence: (sequenceId: string) => void;
};

/** The context of a request: the customer, its backchannels, the customer's other matters (R19), its own facts. */
export function SequenceContext({ sequence, backchannels, onOpenSequence }: SequenceContextProps) {
  return (
    <div className="flex flex-col gap-5 p-4">
      <CustomerFacts customer={sequence.customer} />
      {backchannels}
      <OtherSequences sequence={sequence} onOpenSequence={onOpenSequence} />
      {/* The last, since an ending and a rating come by themselves and would move what stands below. */}
      <RequestFacts sequence={sequence} />
    </div>
  );
}

function RequestFacts({ sequence }: { sequence: SequenceView }) {
  const t = useTranslations("conversation.context");
  const thread = useTranslations("conversation.thread");
  const { reference, startedAt, endedAt, rating } = sequence;
  return (
    <section aria-label={t("details")} className="flex flex-col gap-1 text-table">
      <h2 className="font-semibold text-fg-2 text-meta">{t("details")}</h2>
      <p translate="no" className="num">
        {reference}
      </p>
      <p className="text-fg-2">{t.rich("started", { at: () => <Moment at={startedAt} /> })}</p>
      {endedAt ? <p className="text-fg-2">{t.rich("ended", { at: () => <Moment at={endedAt} /> })}</p> : null}
      {rating ? (
        <p dir="auto">
          {rating.comment === null
            ? thread("rated", { score: rating.score })
            : thread("ratedWith", { score: rating.score, comment: rating.comment })}
        </p>
      ) : null}
    </section>
  );
}

function OtherSequences({ sequence, onOpenSequence }: Pick<SequenceContextProps, "sequence" | "onOpenSequence">) {
  const t = useTranslations("conversation.context");
  const { otherSequences } = sequence;
  return (
    <section aria-label={t("others")} className="flex flex-col gap-1">
      <h2 className="font-semibold text-fg-2 text-meta">{t("others")}</h2>
      {otherSequences.length === 0 ? <p className="text-fg-3 text-table">{t("noOthers")}</p> : null}
      <ul className="flex flex-col">
        {otherSequences.map(({ id, reference, subject, state, startedAt }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => onOpenSequence(id)}
              className="flex w-full flex-col gap-0.5 rounded-control px-2 py-1.5 text-start hover:bg-hover"
            >
              <span className="flex items-center gap-2">
                <span dir="auto" className="min-w-0 flex-1 truncate text-table">
                  {subject}
                </span>
                <StateChip state={state} />
              </span>
              <span className="text-fg-3 text-meta">
                <span translate="no" className="num">
                  {reference}
                </span>{" "}
                · <Moment at={startedAt} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
