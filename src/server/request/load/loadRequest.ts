import type { Selectable } from "kysely";
import type { RequestFacts, RequestSettings } from "@/domain/request/requestFacts";
import type { SlaClock } from "@/domain/sla/slaClock";
import type { InteractionAudience } from "../../db/generated/enums";
import type { SlaClock as ClockRow, Interaction, Request, Sequence, SlaPause } from "../../db/generated/tables";
import { reviveRow } from "../../db/reviveRow";
import type { Deps } from "../../deps";
import type { OrganizationConfiguration } from "../../organization/load/configurations";
import type { CurrentParty } from "./requestSnapshots";

type Value<Enum> = Enum[keyof Enum];

/** The row of a clock with its pauses, oldest first. */
export type StoredClock = Selectable<ClockRow> & { pauses: Selectable<SlaPause>[] };
/**
 * A request with all that decisions on it need, read in one snapshot. Its version tells later whether it has changed.
 */
export type LoadedRequest = {
  readonly request: Selectable<Request>;
  readonly sequence: Selectable<Sequence>;
  readonly interaction: Selectable<Interaction> & { audience: Value<typeof InteractionAudience> };
  /** The parties that take part in the customer-facing interaction now or are invited to it. */
  readonly parties: readonly CurrentParty[];
  readonly storedClocks: readonly StoredClock[];
  readonly facts: RequestFacts;
  readonly settings: RequestSettings;
  readonly configuration: OrganizationConfiguration;
  /** The service tier of its customer. */
  readonly serviceTier: string | null;
  /** The present stamp of the organization's classifier; 0 if it has none. */
  readonly classifierStamp: number;
};

/** The request of a sequence, or null. Commands check visibility before they call it. */
export async function loadRequest(sequenceId: string, deps: Deps): Promise<LoadedRequest | null> {
  const snapshot = await deps.requestSnapshots(sequenceId);
  if (!snapshot) return null;
  const request = reviveRow<Selectable<Request>>(snapshot.request);
  const sequence = reviveRow<Selectable<Sequence>>(snapshot.sequence);
  const configuration = await deps.configurations.of(request.organization_id, snapshot.config_version);
  const storedClocks = (snapshot.clocks ?? []).map((clock) => ({
    ...reviveRow<Selectable<ClockRow>>(clock),
    pauses: (clock.pauses ?? []).map((pause) => reviveRow<Selectable<SlaPause>>(pause)),
  }));
  return {
    request,
    sequence,
    interaction: reviveRow(snapshot.interaction),
    parties: (snapshot.parties ?? []).map((party) => reviveRow<CurrentParty>(party)),
    storedClocks,
    facts: requestFacts(request, sequence, storedClocks, configuration),
    settings: requestSettings(configuration, { categoryId: sequence.category_id, teamId: request.team_id }),
    configuration,
    serviceTier: snapshot.tier,
    classifierStamp: snapshot.classifier_stamp,
  };
}

/** A stored request, its sequence and its clocks in the form of the domain. */
export function requestFacts(
  request: Selectable<Request>,
  sequence: Selectable<Sequence>,
  clocks: readonly StoredClock[],
  configuration: OrganizationConfiguration,
): RequestFacts {
  return {
    state: request.state,
    sequenceState: sequence.state,
    waitingSinceMs: request.waiting_since?.getTime() ?? null,
    lastCustomerMessageAtMs: request.last_customer_message_at?.getTime() ?? null,
    lastReplyAtMs: request.last_reply_at?.getTime() ?? null,
    lastStatusUpdateAtMs: request.last_status_update_at?.getTime() ?? null,
    pickedUpAtMs: request.picked_up_at?.getTime() ?? null,
    awayStep: request.away_step,
    retiredAtMs: request.retired_at?.getTime() ?? null,
    retireReason:
      request.retire_reason === null ? null : request.retire_reason === "no_answer" ? "no_answer" : "completed",
    clocks: clocks.map((clock) => domainClock(clock, configuration)),
    owedSinceMs: request.owed_since?.getTime() ?? null,
    toldClosed:
      request.told_closed_at === null
        ? null
        : { atMs: request.told_closed_at.getTime(), opensAtMs: request.told_opens_at?.getTime() ?? null },
  };
}

/** A stored clock in the form of the domain. */
export function domainClock(clock: StoredClock, configuration: OrganizationConfiguration): SlaClock {
  return {
    metric: clock.metric,
    budgetMs: clock.budget_ms,
    calendar: (clock.calendar_version_id && configuration.calendarsByVersionId.get(clock.calendar_version_id)) || null,
    startedAtMs: clock.started_at.getTime(),
    pauses: clock.pauses.map(({ from_at, until_at, reason }) => ({
      fromMs: from_at.getTime(),
      untilMs: until_at?.getTime() ?? null,
      reason,
    })),
    metAtMs: clock.met_at?.getTime() ?? null,
    breachedAtMs: clock.breached_at?.getTime() ?? null,
    ...(clock.counts_since === null
      ? {}
      : { carried: { ranMs: clock.ran_ms ?? 0, fromMs: clock.counts_since.getTime() } }),
    ...(clock.cancelled_at === null ? {} : { cancelledAtMs: clock.cancelled_at.getTime() }),
  };
}

/** The category and the team of a request, on which its promises depend. */
export type Place = { readonly categoryId: string | null; readonly teamId: string | null };

/**
 * The policy, hours and limits that hold for a request of a category and team. A category inherits its parent's policy.
 */
export function requestSettings(
  configuration: OrganizationConfiguration,
  { categoryId, teamId }: Place,
): RequestSettings {
  return {
    policy: configuration.policyFor(configuration.policyIdOf(categoryId), teamId),
    calendar: configuration.hoursOf(teamId),
    awayAfterMs: configuration.organization.away_after_ms,
    retireMultiple: configuration.organization.retire_multiple,
  };
}
