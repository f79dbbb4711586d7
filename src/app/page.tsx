import { Entrance } from "@/features/shell/frame/Entrance";

/** The front door. */
export default function EntrancePage() {
  return <Entrance />;
}
