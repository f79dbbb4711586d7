import { closeChat, hideChat, mountChat, openChat, setChatLocale, shutDownChat, toggleChat } from "./chat";
import { launcher } from "./surface";

type Listener = (detail: unknown) => void;
type Parley = ((...words: unknown[]) => unknown) & { q?: unknown[][]; on?: boolean };

declare global {
  interface Window {
    Parley?: Parley | undefined;
  }
}

/** The commands of the snippet's `Parley(command, …)`. */
const commands: Record<string, (first: unknown, second: unknown) => unknown> = {
  open: () => openChat(document.activeElement),
  close: closeChat,
  toggle: toggleChat,
  show: () => {
    launcher.hidden = false;
  },
  hide: hideChat,
  on: listen,
  setLocale: (locale) => setChatLocale(locale as string),
  shutdown: () => {
    window.Parley = undefined;
    shutDownChat();
  },
};
let isReady = false;

start();

function start(): void {
  const stub = window.Parley;
  const script = (document.currentScript ??
    document.querySelector("script[data-parley-key]")) as HTMLScriptElement | null;
  // Pages that swap their body run the snippet again. The first run stays.
  if (stub?.on || !script?.src) return;

  const read = (name: string) => script.getAttribute(`data-parley-${name}`) ?? "";
  const early = stub?.q ?? [];
  const parley: Parley = (...words) => (isReady || words[0] === "on" ? run(words) : early.push(words));
  parley.on = true;
  window.Parley = parley;
  whenIdle(() => {
    mountChat(read, new URL(script.src).origin, emit);
    isReady = true;
    early.forEach(run);
    if (read("open") === "auto") openChat(null, false);
    emit("ready");
  });
}

function run([command, first, second]: unknown[]): unknown {
  return commands[command as string]?.(first, second);
}

/** Calls `listener` at each event `name`; returns how to stop. A late listener for `ready` is called at once. */
function listen(name: unknown, listener: unknown): () => void {
  const type = `parley:${name}`;
  const hear = (event: Event | { detail?: unknown }) => (listener as Listener)((event as CustomEvent).detail);
  addEventListener(type, hear);
  if (name === "ready" && isReady) hear({});
  return () => removeEventListener(type, hear);
}

function emit(name: string, detail?: unknown): void {
  dispatchEvent(new CustomEvent(`parley:${name}`, { detail }));
}

/** Runs after the host page has loaded and is idle: the page comes first. */
function whenIdle(run: () => void): void {
  if (document.readyState === "complete") (window.requestIdleCallback ?? setTimeout)(run);
  else addEventListener("load", () => whenIdle(run));
}
