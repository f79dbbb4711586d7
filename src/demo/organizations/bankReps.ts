import type { DemoRep } from "./demoOrganization";
import { repBuilder } from "./repBuilder";

const rep = repBuilder("harbourbank.example");

/** The reps of Harbour Bank. Every team has at least two; the fraud desk are the specialists. */
export const BANK_REPS: readonly DemoRep[] = [
  rep("anneke", "Anneke Vossberg", "Anna", ["cards"], 8, ["en", "de", "chargebacks"]),
  rep("tomasz", "Tomasz Wilczak", "Tom", ["cards", "payments"], 5, ["en", "pl", "de"]),
  rep("leila", "Leïla Ben Amar", "Leila", ["payments"], 4, ["en", "fr", "international payments"]),
  rep("jonas", "Jonas Krähenbühl", "Jonas", ["payments", "access"], 6, ["en", "de", "standing orders"]),
  rep("deniz", "Deniz Karagöl", "Deniz", ["access", "cards"], 5, ["en", "tr", "de"]),
  rep("marisol", "Marisol Quintero", "Marie", ["access"], 4, ["en", "es", "identification"]),
  rep("henrik", "Henrik Aaltonen", "Henry", ["lending"], 3, ["en", "de", "mortgages"]),
  rep("chiara", "Chiara Bellandi", "Claire", ["lending", "complaints"], 3, ["en", "it", "consumer loans"]),
  rep("oluwaseun", "Oluwaseun Adeyinka", "Sean", ["fraud"], 3, ["en", "account takeover", "card fraud"]),
  rep("ingrid", "Ingrid Solheim", "Ingrid", ["fraud"], 3, ["en", "de", "payment recalls"]),
  {
    ...rep("petra", "Petra Lindqvist-Maurer", "Petra", ["cards", "payments", "access", "fraud", "complaints"], 4, [
      "en",
      "de",
    ]),
    role: "supervisor",
  },
  { ...rep("rafael", "Rafael Steenkamp", "Ralph", ["complaints", "lending"], 3, ["en", "de"]), role: "administrator" },
];
