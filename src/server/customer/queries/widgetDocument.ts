import type { WidgetConfiguration } from "@/contract/views/customerViews";
import { isOpenAt, nextOpeningAtMs } from "@/domain/sla/hours/openHours";
import type { Deps } from "../../deps";
import { offeredCategories } from "./offeredCategories";

/**
 * The data of the widget's document: what everybody may know of the organization, and the origins that may embed it.
 */
export type WidgetDocument = WidgetConfiguration & { allowedOrigins: string[] };

/** The document of the widget with this public key; null if there is none. */
export async function widgetDocument(key: string, deps: Deps): Promise<WidgetDocument | null> {
  const widget = await deps.prisma.widget.findUnique({ where: { key } });
  if (!widget) return null;
  const configuration = await deps.configurations.of(widget.organization_id);
  const { organization, teams } = configuration;
  const calendars = [...teams.values()].filter(({ is_specialist }) => !is_specialist).map(({ calendar }) => calendar);
  return {
    key: widget.key,
    title: widget.title,
    greeting: widget.greeting,
    accent: widget.accent,
    organization: { name: organization.alias_name, picture: organization.alias_picture },
    offeredCategories: offeredCategories(configuration, (id) => deps.sealIds.seal(id, widget.key)),
    locale: organization.locale,
    hours: hoursOf(calendars, deps.clock.now().getTime()),
    allowedOrigins: widget.allowed_origins,
  };
}

/** The origins whose pages may embed the widget with this key; empty if there is none. */
export async function allowedOrigins(key: string, { prisma }: Pick<Deps, "prisma">): Promise<readonly string[]> {
  const widget = await prisma.widget.findUnique({ where: { key }, select: { allowed_origins: true } });
  return widget?.allowed_origins ?? [];
}

/** Open if any calendar is; else with the earliest opening of all. */
function hoursOf(calendars: Parameters<typeof isOpenAt>[0][], nowMs: number): WidgetConfiguration["hours"] {
  const isOpen = calendars.some((calendar) => isOpenAt(calendar, nowMs));
  const openings = calendars.flatMap((calendar) => nextOpeningAtMs(calendar, nowMs) ?? []);
  return { isOpen, opensAt: isOpen || openings.length === 0 ? null : new Date(Math.min(...openings)) };
}
