import type { Calendar } from "@/domain/sla/hours/calendar";

/** The demo organizations; each key is also the folder of its texts. */
export type DemoOrganizationKey = "bank" | "smartHome";

/** A sub-group that answers for categories; specialists are asked in backchannels, too. */
export interface DemoTeam {
  readonly key: string;
  readonly name: string;
  readonly calendar: Calendar;
  /** Requests per available rep above which new ones wait in the team's queue (R11). */
  readonly queueThresholdPerRep: number;
}

/** A node of the category tree; a folder has no team, no keywords and is never offered as a pick. */
export interface DemoCategory {
  readonly key: string;
  readonly name: string;
  readonly parentKey: string | null;
  readonly teamKey: string | null;
  readonly slaPolicyKey: string | null;
  readonly keywords: readonly string[];
  /** The customer's wording of the pick in the widget (R8), null when it is not offered. */
  readonly pick: string | null;
}

/** A promise: `business` budgets run in the team's open hours, `calendar` budgets around the clock. */
interface DemoSlaTarget {
  readonly metric: "pick_up" | "first_reply" | "status_update";
  readonly budgetMs: number;
  readonly clock: "business" | "calendar";
}

/** Targets that several categories share. */
export interface DemoSlaPolicy {
  readonly key: string;
  readonly name: string;
  readonly targets: readonly DemoSlaTarget[];
}

/** A rep: the real name stays inside the organization, the alias is what a customer may see (P8, P10). */
export interface DemoRep {
  readonly key: string;
  readonly name: string;
  readonly aliasName: string;
  readonly email: string;
  readonly role: "rep" | "supervisor" | "administrator";
  readonly teamKeys: readonly string[];
  readonly capacity: number;
  readonly skills: readonly string[];
}

/** How the widget of the organization greets and looks. */
interface DemoWidget {
  readonly title: string;
  readonly greeting: string;
  readonly accentColor: string;
  /** Leaf categories offered as picks, in the order shown; at most five. */
  readonly offeredCategoryKeys: readonly string[];
}

/** Everything of a demo organization except its customers and texts. */
export interface DemoOrganization {
  readonly key: DemoOrganizationKey;
  readonly name: string;
  /** The name under which the organization answers its customers. */
  readonly aliasName: string;
  readonly emailDomain: string;
  readonly timeZone: string;
  /** Hours for what no team has yet. */
  readonly calendar: Calendar;
  readonly teams: readonly DemoTeam[];
  readonly categories: readonly DemoCategory[];
  readonly slaPolicies: readonly DemoSlaPolicy[];
  readonly reps: readonly DemoRep[];
  readonly widget: DemoWidget;
}
