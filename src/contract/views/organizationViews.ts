import type { Availability } from "@/domain/routing/availability";

export type MeView = {
  partyId: string;
  name: string;
  email: string;
  publicName: string;
  role: RepRole;
  theme: "system" | "light" | "dark";
  organization: {
    id: string;
    name: string;
    aliasName: string;
    /** Whether customers see the public names of reps; otherwise they see only the organization's alias (P8). */
    showsPublicNames: boolean;
    timeZone: string;
  };
  teams: { id: string; name: string; isSupervisor: boolean; isSpecialist: boolean }[];
  mayWatchBoard: boolean;
  availability: Availability;
  load: { used: number; capacity: number };
  /** Set until the viewer chooses an availability again. */
  absence: AbsenceView | null;
  /** What administrators should know about their organization now; empty for all others. */
  notices: AdministratorNotice[];
  serverTime: Date;
  /** The position at which the viewer's stream starts. */
  asOf: string;
};

export type RepRole = "rep" | "supervisor" | "administrator";

export type AbsenceCause = "unseen" | "signed_out";

/** Why and when Parley took the viewer off duty, and their availability before. */
export type AbsenceView = { cause: AbsenceCause; at: Date; before: Availability };

/** The classifier was right too rarely, so its threshold was raised (R6). */
export type AdministratorNotice = {
  code: "classifier_threshold_raised";
  at: Date;
  precision: number;
  from: number;
  to: number;
};

export type DirectoryEntry =
  | { kind: "team"; id: string; name: string; availableCount: number; isOpen: boolean; opensAt: Date | null }
  | { kind: "rep"; id: string; name: string; teamNames: string[]; availability: Availability };

export type CategoryView = {
  id: string;
  parentId: string | null;
  name: string;
  teamId: string | null;
  isRetired: boolean;
};
