import { buildAll } from "../bundle/buildAll";

/** `npm run build`: makes what `npm start` and `npm run worker` run, where sources changed. */
export default async function build(): Promise<number> {
  await buildAll();
  return 0;
}
