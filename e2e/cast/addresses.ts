/** Where the desk is. */
export const BASE_URL = process.env.BASE_URL ?? "http://localhost:3000";

/** Where the demo organizations' own pages are, on another origin than the desk. */
export const DEMO_URL = process.env.DEMO_URL ?? "http://localhost:3001";
