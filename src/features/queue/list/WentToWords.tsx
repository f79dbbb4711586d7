import { useTranslations } from "next-intl";
import { useMe } from "@/client/me/MeGate";
import type { WentTo } from "./wentTo";

export type WentToWordsProps = {
  wentTo: WentTo;
  /** The name of the row's category; null if it has none, or one that is not known here. */
  categoryName: string | null;
};

/** Says where a row went; only that it left, if the viewer is not told where. */
export function WentToWords({ wentTo, categoryName }: WentToWordsProps) {
  const t = useTranslations("queue.row");
  const { teams } = useMe();
  switch (wentTo.to) {
    case "closed":
      return t("closed");
    case "reopened":
      return t("reopened");
    case "viewer":
      return t("withYou");
    case "unassigned":
      return t("unassigned");
    case "further_down":
      return t("furtherDown");
    case "unknown":
      return t("left");
    case "rep":
      return t("leftTo", { name: wentTo.name });
    case "team": {
      const team = teams.find(({ id }) => id === wentTo.teamId);
      return team ? t("leftTo", { name: team.name }) : t("left");
    }
    case "category":
      if (categoryName !== null) return t("otherCategory", { name: categoryName });
      return wentTo.categoryId === null ? t("withoutCategory") : t("left");
  }
}
