"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { EXAMPLE_WORDS_LENGTH_MAX } from "@/contract/inputs/limits";
import { signsOver } from "@/domain/text/graphemes";
import { Button } from "@/ui/Button";
import { TextField } from "@/ui/fields/TextField";

export type ExampleSearchProps = { words: string; isBusy: boolean; onSearch: (words: string) => void };

/** Searches by Enter, not by each letter: examples that only flash by would count as looked at (P12). */
export function ExampleSearch({ words, isBusy, onSearch }: ExampleSearchProps) {
  const t = useTranslations("settings.examples");
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? words;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (signsOver(shown, EXAMPLE_WORDS_LENGTH_MAX) > 0) return;
    onSearch(shown.trim());
    // From here on the field shows the words of the address, so that going back works.
    setTyped(null);
  };
  return (
    <search>
      <form method="post" onSubmit={submit} className="flex items-end gap-2 px-2 py-2 sm:px-3">
        <div className="min-w-0 flex-1">
          <TextField
            type="search"
            isLabelHidden
            label={t("search")}
            placeholder={t("search")}
            lengthMax={EXAMPLE_WORDS_LENGTH_MAX}
            value={shown}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
        <Button type="submit" isBusy={isBusy} icon={<Search className="size-4" aria-hidden="true" />}>
          {t("find")}
        </Button>
      </form>
    </search>
  );
}
