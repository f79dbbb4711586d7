import { redirect } from "next/navigation";
import { SETTINGS_PAGES } from "@/features/settings/settingsPages";

/** The settings begin with their first page. */
export default function Settings() {
  redirect(SETTINGS_PAGES[0].href);
}
