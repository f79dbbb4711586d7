/** The origin of the desk. */
export const BASE_URL = process.env.BASE_URL ?? "http://localhost:3000";

/** The origin of the demo organizations' own pages, which is not the desk's. */
export const DEMO_URL = process.env.DEMO_URL ?? "http://localhost:3001";
