import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import { getLocale, getMessages } from "next-intl/server";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { LiveProvider } from "@/client/live/LiveProvider";
import { THEME_SCRIPT } from "@/features/shell/theme/theme";
import { ViewerIntl } from "@/i18n/ViewerIntl";
import { UiProvider } from "@/ui/UiProvider";
import "@/ui/globals.css";

export const metadata: Metadata = {
  title: { default: "Parley", template: "%s · Parley" },
  icons: { icon: "/favicon.svg" },
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  interactiveWidget: "resizes-content",
  colorScheme: "light dark",
};

/** The document around every page: its language, the theme before the first paint, and the shared providers. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, messages, requestHeaders] = await Promise.all([getLocale(), getMessages(), headers()]);
  const nonce = nonceOfPolicy(requestHeaders.get("content-security-policy"));
  return (
    <html lang={locale} dir={DIRECTION[locale]} suppressHydrationWarning>
      <head>
        <script nonce={nonce} suppressHydrationWarning>
          {THEME_SCRIPT}
        </script>
      </head>
      <body>
        <ViewerIntl locale={locale} messages={messages}>
          <NuqsAdapter>
            <UiProvider direction={DIRECTION[locale]} nonce={nonce}>
              <LiveProvider>{children}</LiveProvider>
            </UiProvider>
          </NuqsAdapter>
        </ViewerIntl>
      </body>
    </html>
  );
}

const DIRECTION = { en: "ltr" } as const;

/** The script nonce of a content security policy; undefined if it has none. */
function nonceOfPolicy(policy: string | null): string | undefined {
  return policy?.match(/'nonce-([A-Za-z0-9+/_=-]+)'/)?.[1];
}
