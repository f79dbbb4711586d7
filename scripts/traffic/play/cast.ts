import { DEMO_LOG_INS } from "@/demo/logIns";
import { bankScenarios } from "@/demo/texts/bankScenarios";
import type { Scenario } from "@/demo/texts/scenario";
import { smartHomeScenarios } from "@/demo/texts/smartHomeScenarios";
import { ForeseenFailure } from "../../launch/foreseenFailure";

/** One demo organization: the widget of its customers, their scenarios, and the log-ins of its reps. */
export interface Cast {
  readonly widgetKey: string;
  readonly scenarios: readonly Scenario[];
  readonly logIns: typeof DEMO_LOG_INS;
}

const CASTS: readonly Cast[] = [
  { widgetKey: "pk_harbour", scenarios: bankScenarios, logIns: logInsOf("Harbour Bank") },
  { widgetKey: "pk_lumen", scenarios: smartHomeScenarios, logIns: logInsOf("Lumen Home") },
];

/** Returns the demo organization of the widget, or all of them. @throws ForeseenFailure for an unknown widget */
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
