"use client";

import { ChevronLeft } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { parseAsString, useQueryState } from "nuqs";
import { useErrorText } from "@/client/errors/useErrorText";
import { Panel } from "@/ui/Panel";
import { ErrorState } from "@/ui/states/ErrorState";
import { Skeleton } from "@/ui/states/Skeleton";
import { SETTINGS_PAGES } from "../settingsPages";
import { ExampleList } from "./ExampleList";
import { ExampleSearch } from "./ExampleSearch";
import { type Examples, useExamples } from "./useExamples";

/** The examples from which the classifier learns one category, newest first. Wrong ones can be removed (R6). */
export function ExamplesPage({ categoryId }: { categoryId: string }) {
  const t = useTranslations("settings.examples");
  const [words, setWords] = useQueryState("words", parseAsString.withDefault(""));
  const examples = useExamples(categoryId, words);
  const { category } = examples;
  return (
    <div className="mx-auto flex max-w-4xl flex-col gap-4 p-4">
      <header className="flex flex-col gap-1">
        <Link
          href={SETTINGS_PAGES[0].href}
          className="inline-flex min-h-6 items-center gap-1 self-start text-link text-table underline underline-offset-4 pointer-touch:min-h-11"
        >
          <ChevronLeft className="size-4 rtl:rotate-180" aria-hidden="true" />
          {t("back")}
        </Link>
        <h1 className="font-semibold text-title">{category ? <Title category={category} /> : t("title")}</h1>
        <p className="max-w-prose text-fg-2 text-table">{t("intro")}</p>
      </header>
      <Panel title={t("list")} note={t("note")}>
        <ExampleSearch words={words} isBusy={examples.isSearching} onSearch={(next) => void setWords(next)} />
        <Read examples={examples} isSearch={words !== ""} />
      </Panel>
    </div>
  );
}

function Title({ category: { name, isRetired } }: { category: NonNullable<Examples["category"]> }) {
  const t = useTranslations("settings.examples");
  return t.rich(isRetired ? "titleOfRetired" : "titleOf", { name: () => <bdi>{name}</bdi> });
}

function Read({ examples, isSearch }: { examples: Examples; isSearch: boolean }) {
  const errorText = useErrorText();
  const { error, readAgain } = examples;
  if (error) return <ErrorState cause={errorText(error)} onRetry={() => void readAgain()} />;
  if (examples.examples === null) return <Skeleton rows={4} rowClassName="h-16" className="p-3" />;
  return <ExampleList loaded={examples.examples} examples={examples} isSearch={isSearch} />;
}
