import { bank } from "../organizations/bank";
import type { DemoOrganization } from "../organizations/demoOrganization";
import { smartHome } from "../organizations/smartHome";
import { bankExamples } from "../texts/bankExamples";
import { bankScenarios } from "../texts/bankScenarios";
import type { LabelledTexts, Scenario } from "../texts/scenario";
import { smartHomeExamples } from "../texts/smartHomeExamples";
import { smartHomeScenarios } from "../texts/smartHomeScenarios";

/** A demo organization with all texts of its customers. */
export type Demo = {
  readonly demo: DemoOrganization;
  readonly scenarios: readonly Scenario[];
  readonly labelled: LabelledTexts;
};

export const DEMOS: readonly Demo[] = [
  { demo: bank, scenarios: bankScenarios, labelled: bankExamples },
  { demo: smartHome, scenarios: smartHomeScenarios, labelled: smartHomeExamples },
];
