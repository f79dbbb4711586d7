import { accountDetailsExamples } from "./bank/accountDetailsExamples";
import { accountOpeningExamples } from "./bank/accountOpeningExamples";
import { cardDeliveryExamples } from "./bank/cardDeliveryExamples";
import { cardPaymentExamples } from "./bank/cardPaymentExamples";
import { cashExamples } from "./bank/cashExamples";
import { complaintExamples } from "./bank/complaintExamples";
import { directDebitExamples } from "./bank/directDebitExamples";
import { loanExamples } from "./bank/loanExamples";
import { loginExamples } from "./bank/loginExamples";
import { lostCardExamples } from "./bank/lostCardExamples";
import { mortgageExamples } from "./bank/mortgageExamples";
import { suspiciousExamples } from "./bank/suspiciousExamples";
import { transferExamples } from "./bank/transferExamples";
import type { LabelledTexts } from "./labelledTexts";

/** What customers of Harbour Bank may write, by the key of the category that each belongs to; none of it is anybody's conversation. */
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
