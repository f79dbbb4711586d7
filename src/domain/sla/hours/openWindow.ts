/** One stretch of open hours, as instants: `opensAtMs` is open, `closesAtMs` is not. */
export type OpenWindow = { readonly opensAtMs: number; readonly closesAtMs: number };
