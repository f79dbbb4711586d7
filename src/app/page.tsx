import { Entrance } from "@/features/shell/frame/Entrance";

/** Leads each visitor to the page where they begin. */
export default function EntrancePage() {
  return <Entrance />;
}
