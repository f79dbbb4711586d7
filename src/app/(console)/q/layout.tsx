import type { ReactNode } from "react";
import { Desk } from "@/features/queue/Desk";

/** Keeps the rep's desk mounted while the address below it changes. The desk reads from the address what is open. */
export default function DeskLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <Desk />
      {children}
    </>
  );
}
