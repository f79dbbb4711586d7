import type { ReactNode } from "react";
import { Desk } from "@/features/queue/Desk";

/** The rep's desk stays while its addresses change below; it reads from them what is open. */
export default function DeskLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <Desk />
      {children}
    </>
  );
}
