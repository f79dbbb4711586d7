import type { Server } from "node:http";
import type { ProcessConfiguration } from "../configuration";
import type { Deps } from "../deps";
import { guardedServer } from "../http/guards/guardedServer";
import { hostNameOf, hostRule } from "../http/guards/hostRule";
import { shopPage } from "./shopPage";

/**
 * Serves the web sites of the demo organizations on a port of their own. Like any customer's site, they embed the
 * widget by its public snippet and know nothing else of Parley.
 */
export async function openDemoShop(
  { demoPort, port, publicUrl }: Pick<ProcessConfiguration, "demoPort" | "port" | "publicUrl">,
  deps: Deps,
): Promise<Server> {
  const widgets = (
    await deps.prisma.widget.findMany({
      where: { organization: { is_demo: true } },
      orderBy: { organization: { slug: "desc" } },
      select: { key: true, organization: { select: { name: true, slug: true } } },
    })
  ).map(({ key, organization }) => ({ key, ...organization }));
  const isOurs = hostRule(publicUrl);
  const server = guardedServer({
    refusal(request) {
      // The shop has the same host name as the desk, on another port.
      const host = hostNameOf(request.headers.host);
      if (host === null || !isOurs(deskHost(host, publicUrl))) return { status: 421, code: "wrong_host" };
      if (request.method === "GET" || request.method === "HEAD") return null;
      return { status: 405, code: "method_not_allowed", headers: { allow: "GET, HEAD" } };
    },
    bodyBytesMax: () => 0,
    async answer(request, response, { path }) {
      const site = siteAt(path, widgets);
      if (!site) {
        response.writeHead(404, { "content-type": "text/plain" }).end("Not found");
        return;
      }
      const desk = `http://${hostNameOf(request.headers.host)}:${port}`;
      response.writeHead(200, {
        "content-type": "text/html; charset=utf-8",
        "content-security-policy": `default-src 'self'; style-src 'unsafe-inline'; script-src ${desk}; frame-src ${desk}; connect-src ${desk}`,
      });
      response.end(shopPage({ site, others: widgets.filter(({ key }) => key !== site.key), desk }));
    },
    fail: (error, response) => {
      deps.log.error({ err: error, route: "demo_shop" }, "a request failed");
      response.destroy();
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(demoPort, () => resolve());
  });
  return server;
}

function deskHost(host: string, publicUrl: string): string {
  const { port } = new URL(publicUrl);
  return port === "" ? host : `${host}:${port}`;
}

function siteAt<Site extends { slug: string }>(path: string, sites: readonly Site[]): Site | undefined {
  if (path === "/" || path === "/demo" || path === "/demo/") return sites[0];
  return sites.find(({ slug }) => path === `/demo/${slug}`) ?? (path.startsWith("/demo/") ? sites[0] : undefined);
}
