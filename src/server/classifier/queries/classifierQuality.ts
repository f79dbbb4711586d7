import type { Selectable } from "kysely";
import type { ClassifierQuality, ModelVersionView } from "@/contract/views/classifierViews";
import type { Pov } from "@/domain/pov/pov";
import type { ClassifierModel } from "../../db/generated/tables";
import type { Deps } from "../../deps";
import { lastAct } from "../../organization/load/lastAct";
import { FIRST_FIT } from "../load/fitDue";
import { type LiveDecided, liveDecided } from "../load/liveDecided";
import { effectiveThreshold } from "../load/refreshClassifier";
import { storedReport } from "../load/storedReport";
import { categoryQualities, confusionViews } from "./categoryQualities";

/** How many versions are shown, the newest first. */
const VERSIONS_MAX = 20;

/** The target of an organization that has set none. */
const TARGET_PRECISION = 0.97;

/** The audit's verb for a change of the target. */
export const TARGET_SET = "classifier_target_set";

type Model = Omit<Selectable<ClassifierModel>, "weights"> & { has_weights: boolean };

/** What administrators see of the classifier: how good it is, what it learned from, and how near a first one is. */
export async function classifierQuality(pov: Pov, deps: Deps): Promise<ClassifierQuality> {
  const { organizationId } = pov;
  const [settings, targetChanged, versions, counts, decided, configuration] = await Promise.all([
    deps.prisma.classifier.findUnique({ where: { organization_id: organizationId } }),
    lastAct(pov, { objectKind: "classifier", verb: TARGET_SET }, deps),
    modelVersions(organizationId, deps),
    exampleCounts(organizationId, deps),
    liveDecided(organizationId, deps),
    deps.configurations.of(organizationId),
  ]);
  const live = versions.find(({ state }) => state === "live") ?? null;
  const fitting = versions.find(({ state }) => state === "fitting") ?? null;
  const report = storedReport(live?.report);
  return {
    stamp: settings?.stamp ?? 0,
    targetPrecision: settings?.target_precision ?? TARGET_PRECISION,
    targetChanged,
    live: live && versionView(live),
    fitting: fitting && versionView(fitting),
    ...progressOf(counts),
    threshold: effectiveThreshold(live?.threshold ?? null, settings?.raised_to ?? null),
    thresholdOfModel: live?.threshold ?? null,
    liveDecided: decided satisfies LiveDecided,
    raised: raiseOf(settings),
    categories: categoryQualities(counts, report, configuration),
    confusions: confusionViews(report, configuration),
    versions: versions.slice(0, VERSIONS_MAX).map(versionView),
  };
}

/** The latest versions, newest first, and the live one, however old it is. */
async function modelVersions(organizationId: string, { db }: Deps): Promise<Model[]> {
  const rows = await db
    .selectFrom("classifier_model")
    .select(["id", "organization_id", "facet", "version", "state", "reason", "progress", "attempts", "example_count"])
    .select([
      "up_to_number",
      "learns_after",
      "format",
      "report",
      "threshold",
      "asked_by_id",
      "started_at",
      "ended_at",
      "live_since",
    ])
    .select((of) => of("weights", "is not", null).$castTo<boolean>().as("has_weights"))
    .where("organization_id", "=", organizationId)
    .where("facet", "=", "category")
    .orderBy("version", "desc")
    .execute();
  return rows.filter(({ state }, index) => index < VERSIONS_MAX || state === "live");
}

async function exampleCounts(organizationId: string, { db }: Deps): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom("classifier_example")
    .select(["category_id", db.fn.countAll<number>().as("examples")])
    .where("organization_id", "=", organizationId)
    .groupBy("category_id")
    .execute();
  return new Map(rows.map(({ category_id, examples }) => [category_id, examples]));
}

function progressOf(counts: ReadonlyMap<string, number>) {
  const all = [...counts.values()];
  return {
    exampleCount: all.reduce((sum, count) => sum + count, 0),
    examplesNeeded: FIRST_FIT.examplesMin,
    categoriesWithExamples: all.filter((count) => count >= FIRST_FIT.examplesOfCategoryMin).length,
    categoriesNeeded: FIRST_FIT.categoriesMin,
  };
}

function versionView(model: Model): ModelVersionView {
  const report = storedReport(model.report);
  const comparison = model.state === "refused" ? report?.comparison : null;
  return {
    version: model.version,
    state: model.state,
    reason: model.reason,
    startedAt: model.started_at,
    endedAt: model.ended_at,
    liveSince: model.live_since,
    progress: model.progress,
    exampleCount: model.example_count,
    accuracy: report?.accuracy ?? null,
    precision: report?.precision ?? null,
    coverage: report?.coverage ?? null,
    refusedBecause: comparison
      ? {
          accuracy: comparison.right / comparison.requests,
          previousAccuracy: comparison.previousRight / comparison.requests,
        }
      : null,
    mayRollBack: model.state === "replaced" && model.has_weights,
  };
}

type Settings = {
  raised_at: Date | null;
  raised_precision: number | null;
  raised_from: number | null;
  raised_to: number | null;
};

/** How the threshold was raised; null while it is the model's own. */
export function raiseOf(settings: Settings | null): ClassifierQuality["raised"] {
  if (!settings) return null;
  const { raised_at: at, raised_precision: precision, raised_from: from, raised_to: to } = settings;
  return at === null || precision === null || from === null || to === null ? null : { at, precision, from, to };
}
