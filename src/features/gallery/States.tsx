"use client";

import { Button } from "@/ui/Button";
import { TINT, type Tone } from "@/ui/marks/tone";
import { Panel } from "@/ui/Panel";
import { EmptyState } from "@/ui/states/EmptyState";
import { ErrorState } from "@/ui/states/ErrorState";
import { Notice } from "@/ui/states/Notice";
import { Skeleton } from "@/ui/states/Skeleton";
import { Spinner } from "@/ui/states/Spinner";
import { DataTable } from "@/ui/table/DataTable";
import { Room, Specimen } from "./Specimen";

const TONES = Object.keys(TINT) as Tone[];
type Line = { name: string; waiting: number; longest: string };
const LINES: Line[] = [
  { name: "Cards", waiting: 12, longest: "14 min" },
  { name: "Loans", waiting: 0, longest: "" },
  { name: "A team whose name is so long that it does not fit into its column", waiting: 3, longest: "2 h" },
];

/** Shows a pane that is loading, empty, failed and filled. */
export function States() {
  return (
    <Room title="States">
      <div className="grid gap-6 sm:grid-cols-2">
        <Specimen name="Skeleton and Spinner">
          <Skeleton className="w-full" />
          <Spinner />
        </Specimen>
        <Specimen name="EmptyState">
          <EmptyState title="Nothing waiting for you." action={<Button>Take the next</Button>}>
            Requests come here as they are given to you.
          </EmptyState>
        </Specimen>
        <Specimen name="ErrorState">
          <ErrorState cause="The server did not answer." onRetry={() => undefined} />
          <ErrorState cause="The server did not answer." onRetry={() => undefined} isRetrying />
        </Specimen>
        <Specimen name="Notice">
          {TONES.map((tone) => (
            <Notice key={tone} tone={tone} action={<Button size="compact">Show</Button>}>
              {`A notice, ${tone}`}
            </Notice>
          ))}
        </Specimen>
      </div>
      <Specimen name="Panel and DataTable">
        <Panel title="Queues" note="as of now">
          <LinesTable rows={LINES} />
        </Panel>
        <Panel title="Queues, empty">
          <LinesTable rows={[]} />
        </Panel>
      </Specimen>
    </Room>
  );
}

function LinesTable({ rows }: { rows: Line[] }) {
  return (
    <DataTable
      caption={rows.length === 0 ? "Queues, none" : "Queues"}
      columns={[
        { id: "name", title: "Team", cell: (row: Line) => row.name, sortBy: (row: Line) => row.name },
        {
          id: "waiting",
          title: "Waiting",
          cell: (row: Line) => row.waiting,
          isNumber: true,
          sortBy: (row: Line) => row.waiting,
        },
        { id: "longest", title: "Longest", cell: (row: Line) => row.longest, isMinor: true },
      ]}
      rows={rows}
      keyOf={(row) => row.name}
      fadedWords={(row) => (row.waiting === 0 ? "nobody waits" : null)}
      emptyText="No team has anything waiting."
    />
  );
}
