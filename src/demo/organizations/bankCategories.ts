import { categoryFolder, categoryLeaf } from "./demoCategory";
import type { DemoCategory } from "./demoOrganization";

const cards = { parentKey: "cards", teamKey: "cards" };
const payments = { parentKey: "payments", teamKey: "payments" };
const account = { parentKey: "account", teamKey: "access" };
const borrowing = { parentKey: "borrowing", teamKey: "lending" };

/** Harbour Bank's category tree: folders first, then the thirteen leaves. */
export const BANK_CATEGORIES: readonly DemoCategory[] = [
  categoryFolder("cards", "Cards"),
  categoryFolder("payments", "Payments"),
  categoryFolder("account", "Your account"),
  categoryFolder("borrowing", "Borrowing"),
  categoryFolder("care", "Safety and feedback"),
  categoryLeaf({
    ...cards,
    key: "lost_card",
    name: "Lost or stolen card",
    slaPolicyKey: "urgent",
    keywords: [],
    pick: "Lost or stolen card",
  }),
  categoryLeaf({
    ...cards,
    key: "card_payment",
    name: "Card payments and limits",
    slaPolicyKey: "standard",
    keywords: [],
  }),
  categoryLeaf({ ...cards, key: "card_delivery", name: "New cards and PIN", slaPolicyKey: "standard", keywords: [] }),
  categoryLeaf({ ...cards, key: "cash", name: "Cash and ATMs", slaPolicyKey: "standard", keywords: [] }),
  categoryLeaf({
    ...payments,
    key: "transfer",
    name: "Transfers and standing orders",
    slaPolicyKey: "standard",
    keywords: [],
    pick: "A transfer",
  }),
  categoryLeaf({ ...payments, key: "direct_debit", name: "Direct debits", slaPolicyKey: "standard", keywords: [] }),
  categoryLeaf({
    ...account,
    key: "login",
    name: "Log-in and app",
    slaPolicyKey: "urgent",
    keywords: [],
    pick: "I cannot log in",
  }),
  categoryLeaf({
    ...account,
    key: "account_details",
    name: "Personal data and statements",
    slaPolicyKey: "relaxed",
    keywords: [],
  }),
  categoryLeaf({
    ...account,
    key: "account_opening",
    name: "Opening and closing accounts",
    slaPolicyKey: "relaxed",
    keywords: [],
  }),
  categoryLeaf({
    ...borrowing,
    key: "loan",
    name: "Loans and overdrafts",
    slaPolicyKey: "relaxed",
    keywords: [],
    pick: "Loan or overdraft",
  }),
  categoryLeaf({ ...borrowing, key: "mortgage", name: "Mortgages", slaPolicyKey: "relaxed", keywords: [] }),
  categoryLeaf({
    parentKey: "care",
    teamKey: "fraud",
    key: "suspicious",
    name: "Suspicious activity",
    slaPolicyKey: "urgent",
    keywords: [],
    pick: "Something looks like fraud",
  }),
  categoryLeaf({
    parentKey: "care",
    teamKey: "complaints",
    key: "complaint",
    name: "Complaints",
    slaPolicyKey: "relaxed",
    keywords: [],
  }),
];
