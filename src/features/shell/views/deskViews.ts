import type { QueueCounts } from "@/contract/views/queueViews";

export type DeskView =
  | { id: "mine" | "unassigned" | "backchannels" | "closed"; href: string }
  | { id: "team"; teamId: string; name: string; href: string };

/** The queues that the viewer can open, in the order of the sidebar. */
export function deskViews(counts: QueueCounts | undefined): DeskView[] {
  const teams = (counts?.teams ?? []).map(({ teamId, name }) => ({
    id: "team" as const,
    teamId,
    name,
    href: `/q/team?teamId=${encodeURIComponent(teamId)}`,
  }));
  return [
    { id: "mine", href: "/q/mine" },
    { id: "unassigned", href: "/q/unassigned" },
    { id: "backchannels", href: "/q/backchannels" },
    { id: "closed", href: "/q/closed" },
    ...teams,
  ];
}

/** Whether an address belongs to a view: its list, or something opened from it. */
export function isInView(view: DeskView, pathname: string, teamId: string | null): boolean {
  const isUnder = pathname === `/q/${view.id}` || pathname.startsWith(`/q/${view.id}/`);
  return isUnder && (view.id !== "team" || view.teamId === teamId);
}
