import { DEMO_LOG_INS } from "@/demo/logIns";
import { bankScenarios } from "@/demo/texts/bankScenarios";
import type { Scenario } from "@/demo/texts/scenario";
import { smartHomeScenarios } from "@/demo/texts/smartHomeScenarios";
import { ForeseenFailure } from "../../launch/foreseenFailure";

/** One demo organization: where its customers write, what they write of, and who answers. */
export interface Cast {
  readonly widgetKey: string;
  readonly scenarios: readonly Scenario[];
  readonly logIns: typeof DEMO_LOG_INS;
}

const CASTS: readonly Cast[] = [
  { widgetKey: "pk_harbour", scenarios: bankScenarios, logIns: logInsOf("Harbour Bank") },
  { widgetKey: "pk_lumen", scenarios: smartHomeScenarios, logIns: logInsOf("Lumen Home") },
];

/** The demo organizations to play: that of the widget, or all of them; a foreseen failure for an unknown widget. */
export function castsOf(widgetKey: string | undefined): readonly Cast[] {
  if (widgetKey === undefined) return CASTS;
  const casts = CASTS.filter((cast) => cast.widgetKey === widgetKey);
  if (casts.length > 0) return casts;
  throw new ForeseenFailure(
    `${widgetKey} is no widget of a demo organization; there are ${CASTS.map((cast) => cast.widgetKey).join(" and ")}.`,
  );
}

function logInsOf(organization: string): typeof DEMO_LOG_INS {
  return DEMO_LOG_INS.filter((logIn) => logIn.organization === organization);
}
