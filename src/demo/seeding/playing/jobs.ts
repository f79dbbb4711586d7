import { lookAtRequest } from "@/server/request/commands/lookAtRequest";
import { drainForRep } from "@/server/routing/commands/drainQueues";
import { type Desk, endStory, type Happening } from "./desk";
import { keepRoster } from "./roster";
import { requestOf } from "./storyRequest";

/** Puts the jobs that commands have set on the agenda. */
export function noteJobs({ noted, jobs, agenda }: Desk): void {
  for (const { task, key, payload, runAt } of noted.timers.splice(0)) {
    jobs.set(key, runAt.getTime());
    agenda.add(runAt.getTime(), { kind: "job", key, task, payload });
  }
}

/** Runs a job that has come due, unless it was moved to another time since. */
export async function runJob(desk: Desk, job: Extract<Happening, { kind: "job" }>, atMs: number): Promise<void> {
  if (desk.jobs.get(job.key) !== atMs) return;
  desk.jobs.delete(job.key);
  if (job.task === "lookAtRequest") await lookAt(desk, (job.payload as { sequenceId: string }).sequenceId);
  if (job.task === "drainForRep" && !desk.hasLive) await drain(desk, (job.payload as { repId: string }).repId);
}

async function lookAt(desk: Desk, sequenceId: string): Promise<void> {
  const story = desk.stories.get(sequenceId);
  // Without a story the request has ended.
  if (!story) return;
  await keepRoster(desk, story.onDuty);
  await lookAtRequest(sequenceId, desk.deps);
  if ((await requestOf(story, desk))?.state === "retired") endStory(desk, story);
}

async function drain(desk: Desk, repId: string): Promise<void> {
  await keepRoster(desk, "everybody");
  await drainForRep(repId, desk.deps);
}
