import { accountDetailsPartOne } from "./bank/scenarios/accountDetailsPartOne";
import { accountDetailsPartTwo } from "./bank/scenarios/accountDetailsPartTwo";
import { accountOpening } from "./bank/scenarios/accountOpening";
import { cardDeliveryPartOne } from "./bank/scenarios/cardDeliveryPartOne";
import { cardDeliveryPartTwo } from "./bank/scenarios/cardDeliveryPartTwo";
import { cardPaymentPartOne } from "./bank/scenarios/cardPaymentPartOne";
import { cardPaymentPartTwo } from "./bank/scenarios/cardPaymentPartTwo";
import { cash } from "./bank/scenarios/cash";
import { complaint } from "./bank/scenarios/complaint";
import { directDebit } from "./bank/scenarios/directDebit";
import { loanPartOne } from "./bank/scenarios/loanPartOne";
import { loanPartTwo } from "./bank/scenarios/loanPartTwo";
import { loginPartOne } from "./bank/scenarios/loginPartOne";
import { loginPartTwo } from "./bank/scenarios/loginPartTwo";
import { lostCardPartOne } from "./bank/scenarios/lostCardPartOne";
import { lostCardPartTwo } from "./bank/scenarios/lostCardPartTwo";
import { mortgage } from "./bank/scenarios/mortgage";
import { suspiciousPartOne } from "./bank/scenarios/suspiciousPartOne";
import { suspiciousPartTwo } from "./bank/scenarios/suspiciousPartTwo";
import { transferPartOne } from "./bank/scenarios/transferPartOne";
import { transferPartTwo } from "./bank/scenarios/transferPartTwo";
import type { Scenario } from "./scenario";

/** All hand-written conversations of Harbour Bank. A category comes up as often as it has scenarios. */
export const bankScenarios: readonly Scenario[] = [
  ...accountDetailsPartOne,
  ...accountDetailsPartTwo,
  ...accountOpening,
  ...cardDeliveryPartOne,
  ...cardDeliveryPartTwo,
  ...cardPaymentPartOne,
  ...cardPaymentPartTwo,
  ...cash,
  ...complaint,
  ...directDebit,
  ...loanPartOne,
  ...loanPartTwo,
  ...loginPartOne,
  ...loginPartTwo,
  ...lostCardPartOne,
  ...lostCardPartTwo,
  ...mortgage,
  ...suspiciousPartOne,
  ...suspiciousPartTwo,
  ...transferPartOne,
  ...transferPartTwo,
];
