import { z } from "zod";
import { AVAILABILITIES } from "@/domain/routing/availability";
import { lineText, namedText, optionalLine, secretText, shownText } from "@/domain/text/inputText";

const NAME_LENGTH_MAX = 100;
const EMAIL_LENGTH_MAX = 320;
export const PASSWORD_LENGTH_MIN = 10;
export const PASSWORD_LENGTH_MAX = 128;
const TYPED_PASSWORD_LENGTH_MAX = 1_000;
const ZONE_LENGTH_MAX = 100;
const SEARCH_LENGTH_MAX = 100;

export const SetUpOrganization = z.object({
  organizationName: lineText(NAME_LENGTH_MAX),
  timeZone: namedText(ZONE_LENGTH_MAX, isTimeZone, "time_zone_unknown"),
  name: lineText(NAME_LENGTH_MAX),
  email: z.email().max(EMAIL_LENGTH_MAX),
  password: secretText(PASSWORD_LENGTH_MIN, PASSWORD_LENGTH_MAX),
});
export type SetUpOrganization = z.infer<typeof SetUpOrganization>;

/** What somebody signs in by. */
export const Credentials = z.object({
  email: shownText(EMAIL_LENGTH_MAX),
  password: shownText(TYPED_PASSWORD_LENGTH_MAX),
});

export const SetAvailability = z.object({ availability: z.enum(AVAILABILITIES) });
export type SetAvailability = z.infer<typeof SetAvailability>;

export const SetTheme = z.object({ theme: z.enum(["system", "light", "dark"]) });
export type SetTheme = z.infer<typeof SetTheme>;

export const DirectorySearched = z.object({ text: optionalLine(SEARCH_LENGTH_MAX) });

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
