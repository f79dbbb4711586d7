import { headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { chooseLocale } from "./chooseLocale";
import { messagesIn } from "./messages";

/** The language of one request. Times are written in the browser, where the viewer's zone is known; UTC is only the fallback. */
export default getRequestConfig(async () => {
  const locale = chooseLocale((await headers()).get("accept-language"));
  return { locale, messages: messagesIn(locale), timeZone: "UTC" };
});
