import { z } from "zod";
import { AVAILABILITIES } from "@/domain/routing/availability";
import { lineText, namedText, optionalLine, secretText, shownText } from "@/domain/text/inputText";
import {
  DIRECTORY_TEXT_LENGTH_MAX,
  EMAIL_LENGTH_MAX,
  NAME_LENGTH_MAX,
  PASSWORD_LENGTH_MAX,
  PASSWORD_LENGTH_MIN,
  TIME_ZONE_LENGTH_MAX,
} from "./limits";

export const SetUpOrganization = z.object({
  organizationName: lineText(NAME_LENGTH_MAX),
  timeZone: namedText(TIME_ZONE_LENGTH_MAX, isTimeZone, "time_zone_unknown"),
  name: lineText(NAME_LENGTH_MAX),
  email: z.email().max(EMAIL_LENGTH_MAX),
  password: secretText(PASSWORD_LENGTH_MIN, PASSWORD_LENGTH_MAX),
});
export type SetUpOrganization = z.infer<typeof SetUpOrganization>;

/** The credentials for signing in. */
export const Credentials = z.object({
  email: shownText(EMAIL_LENGTH_MAX),
  password: shownText(PASSWORD_LENGTH_MAX),
});

export const SetAvailability = z.object({ availability: z.enum(AVAILABILITIES) });
export type SetAvailability = z.infer<typeof SetAvailability>;

export const SetTheme = z.object({ theme: z.enum(["system", "light", "dark"]) });
export type SetTheme = z.infer<typeof SetTheme>;

export const DirectorySearched = z.object({ text: optionalLine(DIRECTORY_TEXT_LENGTH_MAX) });

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
