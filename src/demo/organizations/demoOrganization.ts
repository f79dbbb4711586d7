import type { Calendar } from "@/domain/sla/hours/calendar";

/** The demo organizations; each key is also the folder of its texts. */
export type DemoOrganizationKey = "bank" | "smartHome";

/** A team that answers for categories. Teams of specialists are asked in backchannels, too. */
export interface DemoTeam {
  readonly key: string;
  readonly name: string;
  readonly calendar: Calendar;
  /** Requests per available rep above which new ones wait in the team's queue (R11). */
  readonly queueThresholdPerRep: number;
}

/** A node of the category tree. A folder has no team and no keywords, and customers are never offered it. */
export interface DemoCategory {
  readonly key: string;
  readonly name: string;
  readonly parentKey: string | null;
  readonly teamKey: string | null;
  readonly slaPolicyKey: string | null;
  readonly keywords: readonly string[];
  /** The label under which the widget offers it to customers (R8); null if it is not offered. */
  readonly pick: string | null;
}

/** A promise. `business` budgets run in the team's open hours, `calendar` budgets around the clock. */
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

/** A rep. The real name stays inside the organization; customers may see the alias (P8, P10). */
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

/** The title, greeting and look of the organization's widget. */
interface DemoWidget {
  readonly title: string;
  readonly greeting: string;
  readonly accentColor: string;
  /** Leaf categories offered as picks, in the order shown; at most five. */
  readonly offeredCategoryKeys: readonly string[];
}

/** A demo organization without its customers and texts. */
export interface DemoOrganization {
  readonly key: DemoOrganizationKey;
  readonly name: string;
  /** The name under which the organization answers its customers. */
  readonly aliasName: string;
  readonly emailDomain: string;
  readonly timeZone: string;
  /** The hours that count for requests without a team. */
  readonly calendar: Calendar;
  readonly teams: readonly DemoTeam[];
  readonly categories: readonly DemoCategory[];
  readonly slaPolicies: readonly DemoSlaPolicy[];
  readonly reps: readonly DemoRep[];
  readonly widget: DemoWidget;
}
