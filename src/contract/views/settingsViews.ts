import type { OnAbsence } from "@/domain/routing/onAbsence";

/** Who changed a setting last, and when. */
export type SettingChange = { readonly byName: string; readonly at: Date };

/** When a rep becomes away by themselves, what happens to their requests then, and who is on duty now. */
export type PresenceView = {
  readonly unseenAwayAfterMs: number;
  readonly teams: readonly { readonly id: string; readonly name: string; readonly onAbsence: OnAbsence }[];
  /** Null if nobody has changed it yet. */
  readonly changed: SettingChange | null;
  readonly onDutyCount: number;
  /** Those of them who may become away soon, longest unseen first. */
  readonly unseen: readonly UnseenRep[];
};

export type UnseenRep = {
  readonly id: string;
  readonly name: string;
  /** Since when nobody has seen them on duty. */
  readonly unseenSince: Date;
};
