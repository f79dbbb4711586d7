import { buildAll } from "../bundle/buildAll";

/** `npm run build`: builds what `npm start` and `npm run worker` run, if its sources changed. */
export default async function build(): Promise<number> {
  await buildAll();
  return 0;
}
