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

/** The language of one request. Times are written in the browser, where the viewer's zone is known; UTC is only the fallback. */
export default getRequestConfig(async () => {
  const locale = chooseLocale((await headers()).get("accept-language"));
  return { locale, messages: messagesIn(locale), timeZone: "UTC" };
});
