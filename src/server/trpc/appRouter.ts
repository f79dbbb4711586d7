import { boardRouter } from "./routers/board";
import { classifierRouter } from "./routers/classifier";
import { customerRouter } from "./routers/customer";
import { categoryRouter, directoryRouter } from "./routers/directory";
import { interactionRouter } from "./routers/interaction";
import { meRouter } from "./routers/me";
import { queueRouter } from "./routers/queue";
import { sequenceRouter } from "./routers/sequence";
import { settingsRouter } from "./routers/settings";
import { setupRouter } from "./routers/setup";
import { router } from "./trpc";

/** All procedures of Parley. The access matrix (accessMatrix.test.ts) fails if it does not name one of them. */
export const appRouter = router({
  me: meRouter,
  queue: queueRouter,
  sequence: sequenceRouter,
  interaction: interactionRouter,
  directory: directoryRouter,
  category: categoryRouter,
  classifier: classifierRouter,
  board: boardRouter,
  settings: settingsRouter,
  setup: setupRouter,
  customer: customerRouter,
});

export type AppRouter = typeof appRouter;
