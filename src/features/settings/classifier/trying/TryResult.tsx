"use client";

import { CircleCheck, CircleHelp } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useLikelihood } from "@/client/categories/useLikelihood";
import type { ClassificationView, TriedTextView } from "@/contract/views/classifierViews";
import { markedParts } from "./markedParts";

/** A smaller difference is not worth explaining. */
const STRANGENESS_TOLD_FROM = 0.05;

/** What the classifier says about a text: whether it decides, the likeliest categories, and the words that count. */
export function TryResult({ tried, said }: { tried: string; said: TriedTextView }) {
  const t = useTranslations("settings.quality.try");
  const format = useFormatter();
  const likelihood = useLikelihood();
  const [first] = said.likeliest;
  if (!first) return <p className="text-fg-2 text-table">{t("nothing")}</p>;
  return (
    <div className="flex flex-col gap-2 border-line border-t pt-2">
      <p className="flex items-center gap-1.5 font-medium">
        {said.isDecided ? (
          <CircleCheck className="size-4 text-ok" aria-hidden="true" />
        ) : (
          <CircleHelp className="size-4 text-warn" aria-hidden="true" />
        )}
        {said.isDecided ? t("decided", { category: first.name }) : t("undecided")}
      </p>
      <Likeliest likeliest={said.likeliest} />
      {first.probability - said.sureness > STRANGENESS_TOLD_FROM ? (
        <p className="text-fg-2 text-table">
          {t("strange", { probability: likelihood(first.probability), sureness: likelihood(said.sureness) })}
        </p>
      ) : null}
      {said.because.length > 0 ? (
        <p className="text-fg-2 text-table">{t("because", { words: format.list(said.because) })}</p>
      ) : null}
      <MarkedText text={tried} words={said.because} />
    </div>
  );
}

function Likeliest({ likeliest }: Pick<ClassificationView, "likeliest">) {
  const t = useTranslations("settings.quality.try");
  const likelihood = useLikelihood();
  return (
    <ol aria-label={t("likeliest")} className="flex flex-col gap-1 text-table">
      {likeliest.map(({ categoryId, name, probability }) => (
        <li key={categoryId} className="grid grid-cols-[minmax(0,1fr)_6rem_3.5rem] items-center gap-2">
          <span dir="auto" className="truncate text-start">
            {name}
          </span>
          <span aria-hidden="true" className="h-2 overflow-hidden rounded-full border border-line-control bg-sunken">
            <span className="block h-full bg-accent" style={{ inlineSize: `${probability * 100}%` }} />
          </span>
          <span className="num text-end">{likelihood(probability)}</span>
        </li>
      ))}
    </ol>
  );
}

function MarkedText({ text, words }: { text: string; words: readonly string[] }) {
  const t = useTranslations("settings.quality.try");
  return (
    <section
      aria-label={t("text")}
      dir="auto"
      className="line-clamp-12 whitespace-pre-wrap [overflow-wrap:anywhere] rounded-control border-transparent border-y-[0.375rem] bg-sunken px-2 text-table"
    >
      {markedParts(text, words).map((part) =>
        part.isMarked ? (
          <mark
            key={part.at}
            className="rounded-sm bg-warn-bg px-0.5 font-medium text-warn underline underline-offset-2"
          >
            {part.text}
          </mark>
        ) : (
          <span key={part.at}>{part.text}</span>
        ),
      )}
    </section>
  );
}
