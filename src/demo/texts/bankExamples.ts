import { accountDetailsExamples } from "./bank/examples/accountDetailsExamples";
import { accountOpeningExamples } from "./bank/examples/accountOpeningExamples";
import { cardDeliveryExamples } from "./bank/examples/cardDeliveryExamples";
import { cardPaymentExamples } from "./bank/examples/cardPaymentExamples";
import { cashExamples } from "./bank/examples/cashExamples";
import { complaintExamples } from "./bank/examples/complaintExamples";
import { directDebitExamples } from "./bank/examples/directDebitExamples";
import { loanExamples } from "./bank/examples/loanExamples";
import { loginExamples } from "./bank/examples/loginExamples";
import { lostCardExamples } from "./bank/examples/lostCardExamples";
import { mortgageExamples } from "./bank/examples/mortgageExamples";
import { suspiciousExamples } from "./bank/examples/suspiciousExamples";
import { transferExamples } from "./bank/examples/transferExamples";
import type { LabelledTexts } from "./scenario";

/** Labelled examples of Harbour Bank by the key of their category. None occurs in a conversation of the demo. */
export const bankExamples: LabelledTexts = {
  account_details: accountDetailsExamples,
  account_opening: accountOpeningExamples,
  card_delivery: cardDeliveryExamples,
  card_payment: cardPaymentExamples,
  cash: cashExamples,
  complaint: complaintExamples,
  direct_debit: directDebitExamples,
  loan: loanExamples,
  login: loginExamples,
  lost_card: lostCardExamples,
  mortgage: mortgageExamples,
  suspicious: suspiciousExamples,
  transfer: transferExamples,
};
