import { headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { chooseLocale } from "./chooseLocale";
import { type AppLocale, type AppMessages, messagesIn } from "./messages";

declare module "next-intl" {
  interface AppConfig {
    Locale: AppLocale;
    Messages: AppMessages;
  }
}

/**
 * The language of one request. The browser formats times, because it knows the viewer's zone; UTC is only a fallback.
 */
export default getRequestConfig(async () => {
  const locale = chooseLocale((await headers()).get("accept-language"));
  return { locale, messages: messagesIn(locale), timeZone: "UTC" };
});
