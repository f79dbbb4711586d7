/** A backchannel in a viewer's list. It holds nothing of its parent (P4). */
export type BackchannelRow = {
  interactionId: string;
  name: string;
  invitedBy: string | null;
  /** The question asked with the invitation. */
  note: string | null;
  participation: "invited" | "taking_part";
  startedAt: Date;
  lastMessageAt: Date | null;
  unreadCount: number;
};
