/** Where next-auth sends a browser after signing in or out: always within this desk, whatever was asked for. */
export function returnAddress({ url, baseUrl }: { url: string; baseUrl: string }): string {
  if (!URL.canParse(url, baseUrl)) return baseUrl;
  const address = new URL(url, baseUrl);
  return address.origin === new URL(baseUrl).origin ? address.href : baseUrl;
}
