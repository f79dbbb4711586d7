"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useErrorText } from "@/client/errors/useErrorText";
import { useTRPC } from "@/client/trpc";
import type { RoutingTrace } from "@/contract/views/requestViews";
import { Dialog } from "@/ui/overlays/Dialog";
import { EmptyState } from "@/ui/states/EmptyState";
import { ErrorState } from "@/ui/states/ErrorState";
import { Skeleton } from "@/ui/states/Skeleton";
import { Moment } from "@/ui/time/Moment";
import { codeOf, isRoutingStep } from "./isRoutingStep";
import { routingStepText } from "./routingStepText";
import { useRoutingWords } from "./useRoutingWords";

export type RoutingDialogProps = { sequenceId: string; onClose: () => void };

/** Shows every routing decision about a request, step by step (R21). */
export function RoutingDialog({ sequenceId, onClose }: RoutingDialogProps) {
  const t = useTranslations("conversation.routing");
  return (
    <Dialog isOpen onOpenChange={onClose} title={t("title")} description={t("intro")}>
      <Decisions sequenceId={sequenceId} />
    </Dialog>
  );
}

function Decisions({ sequenceId }: { sequenceId: string }) {
  const t = useTranslations("conversation.routing");
  const trpc = useTRPC();
  const errorText = useErrorText();
  const { data, error, refetch } = useQuery(trpc.sequence.routing.queryOptions({ sequenceId }, { staleTime: 0 }));
  if (error) return <ErrorState cause={`${t("error")} ${errorText(error)}`} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton rows={6} />;
  if (data.length === 0) return <EmptyState title={t("empty")} />;
  const newestFirst = [...data].sort((a, b) => b.decidedAt.getTime() - a.decidedAt.getTime());
  return (
    <div className="flex flex-col gap-5">
      {newestFirst.map((decision) => (
        <Decision key={decision.decidedAt.toISOString()} decision={decision} />
      ))}
    </div>
  );
}

function Decision({ decision }: { decision: RoutingTrace[number] }) {
  const t = useTranslations("conversation.routing");
  const words = useRoutingWords();
  const texts = decision.steps.map((step) =>
    isRoutingStep(step)
      ? { isCandidate: step.code === "candidate", text: routingStepText(step, words) }
      : { isCandidate: false, text: t("unknownStep", { code: codeOf(step) }) },
  );
  let place = 0;
  return (
    <section>
      <h3 className="pb-1 font-medium text-table">
        {t.rich("decision", { at: () => <Moment at={decision.decidedAt} /> })}
      </h3>
      <ol className="flex flex-col gap-1 text-table">
        {texts.map(({ isCandidate, text }) => {
          place += 1;
          return (
            <li
              key={`${place} ${text}`}
              className={
                isCandidate ? "ms-4 text-fg-2" : "border-line border-s-2 ps-3 last:border-accent last:font-medium"
              }
            >
              {text}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
