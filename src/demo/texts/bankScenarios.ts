import { accountDetails } from "./bank/accountDetails";
import { accountOpening } from "./bank/accountOpening";
import { cardDelivery } from "./bank/cardDelivery";
import { cardPaymentPartOne } from "./bank/cardPaymentPartOne";
import { cardPaymentPartTwo } from "./bank/cardPaymentPartTwo";
import { cash } from "./bank/cash";
import { complaint } from "./bank/complaint";
import { directDebit } from "./bank/directDebit";
import { loan } from "./bank/loan";
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
  ...accountDetails,
  ...accountOpening,
  ...cardDelivery,
  ...cardPaymentPartOne,
  ...cardPaymentPartTwo,
  ...cash,
  ...complaint,
  ...directDebit,
  ...loan,
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
