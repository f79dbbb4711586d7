import { accountDetailsPartOne } from "./bank/accountDetailsPartOne";
import { accountDetailsPartTwo } from "./bank/accountDetailsPartTwo";
import { accountOpening } from "./bank/accountOpening";
import { cardDeliveryPartOne } from "./bank/cardDeliveryPartOne";
import { cardDeliveryPartTwo } from "./bank/cardDeliveryPartTwo";
import { cardPaymentPartOne } from "./bank/cardPaymentPartOne";
import { cardPaymentPartTwo } from "./bank/cardPaymentPartTwo";
import { cash } from "./bank/cash";
import { complaint } from "./bank/complaint";
import { directDebit } from "./bank/directDebit";
import { loanPartOne } from "./bank/loanPartOne";
import { loanPartTwo } from "./bank/loanPartTwo";
import { loginPartOne } from "./bank/loginPartOne";
import { loginPartTwo } from "./bank/loginPartTwo";
import { lostCardPartOne } from "./bank/lostCardPartOne";
import { lostCardPartTwo } from "./bank/lostCardPartTwo";
import { mortgage } from "./bank/mortgage";
import { suspiciousPartOne } from "./bank/suspiciousPartOne";
import { suspiciousPartTwo } from "./bank/suspiciousPartTwo";
import { transferPartOne } from "./bank/transferPartOne";
import { transferPartTwo } from "./bank/transferPartTwo";
import type { Scenario } from "./scenario";

/** All hand-written conversations of Harbour Bank; how many a category has is its weight in the demo. */
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
