import { redirect } from "next/navigation";
import { SETTINGS_PAGES } from "@/features/settings/settingsPages";

/** Leads to the first page of the settings. */
export default function Settings() {
  redirect(SETTINGS_PAGES[0].href);
}
