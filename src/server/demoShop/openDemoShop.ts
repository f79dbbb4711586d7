import { createServer, type Server } from "node:http";
import type { ProcessConfiguration } from "../configuration";
import type { Deps } from "../deps";
import { shopPage } from "./shopPage";

/**
 * Serves the demo organizations' own web pages on an origin of their own, as a customer's site would: they embed the
 * widget by its public snippet and know nothing else of Parley.
 */
export async function openDemoShop({ demoPort, port }: ProcessConfiguration, deps: Deps): Promise<Server> {
  const widgets = await deps.db
    .selectFrom("widget")
    .innerJoin("organization", "organization.id", "widget.organization_id")
    .select(["widget.key", "organization.name", "organization.slug"])
    .where("organization.is_demo", "=", true)
    .orderBy("organization.slug", "desc")
    .execute();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", `http://${request.headers.host ?? "localhost"}`);
    const named = url.pathname.replace(/^\/demo\/?/, "");
    const site = widgets.find(({ slug }) => slug === named) ?? widgets[0];
    if (!site || (url.pathname !== "/" && !url.pathname.startsWith("/demo"))) {
      response.writeHead(404, { "content-type": "text/plain" }).end("Not found");
      return;
    }
    const desk = `${url.protocol}//${url.hostname}:${port}`;
    response.writeHead(200, {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": `default-src 'self'; style-src 'unsafe-inline'; script-src ${desk}; frame-src ${desk}; connect-src ${desk}`,
    });
    response.end(shopPage({ site, others: widgets.filter(({ key }) => key !== site.key), desk }));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(demoPort, () => resolve());
  });
  return server;
}
