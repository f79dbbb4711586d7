import "fake-indexeddb/auto";
import { act, cleanup, configure, render } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { clear } from "idb-keyval";
import { NextIntlClientProvider } from "next-intl";
import { NuqsTestingAdapter } from "nuqs/adapters/testing";
import type { ReactNode } from "react";
import { afterEach, beforeEach, vi } from "vitest";
import { LiveProvider } from "@/client/live/LiveProvider";
import { MeGate } from "@/client/me/MeGate";
import { ComposerRegistry } from "@/features/conversation/composer/ComposerRegistry";
import { OutboxProvider } from "@/features/conversation/outbox/OutboxProvider";
import { deskStore } from "@/features/shell/deskStore";
import { ShortcutListener } from "@/features/shell/shortcuts/ShortcutListener";
import { UndoProvider } from "@/features/shell/undo/UndoProvider";
import { messagesIn } from "@/i18n/messages";
import { UiProvider } from "@/ui/UiProvider";
import type { DeskServer } from "./deskServer";
import { DeskStream } from "./deskStream";
import { DESK_OPENS_AT } from "./deskViews";

/** This document has no layout. Give panes this height and lines that one, so that lists have room for some rows. */
const PANE_HEIGHT_PX = 800;
const LINE_HEIGHT_PX = 64;
/** `pass` stops this often, so that React can draw. */
const STEPS_MAX = 50;
const STEP_MS_MIN = 20;

/**
 * Gives each test of a file its own browser: a clock that the test turns, an empty store, a focused tab. Call it once
 * at the top of the file, whose environment must be happy-dom.
 */
export function withBrowser(): void {
  // The default waits for timers, which stand still here.
  configure({ asyncWrapper: (run) => run() });
  Object.defineProperty(HTMLElement.prototype, "clientHeight", { configurable: true, get: () => PANE_HEIGHT_PX });
  Object.defineProperty(HTMLElement.prototype, "offsetHeight", { configurable: true, get: () => LINE_HEIGHT_PX });
  beforeEach(async () => {
    // While time still runs: the store keeps one connection for all tests of a file.
    await clear(deskStore());
    vi.useFakeTimers({ now: DESK_OPENS_AT });
    vi.spyOn(document, "hasFocus").mockReturnValue(true);
    vi.stubGlobal("CSS", { escape: (id: string) => id });
    vi.stubGlobal("ResizeObserver", NothingResizes);
  });
  afterEach(async () => {
    cleanup();
    vi.restoreAllMocks();
    await pass();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
}

/** Turns the clock and lets React draw. @param ms the default is enough for calls to be answered */
export async function pass(ms = 100): Promise<void> {
  const stepMs = Math.max(STEP_MS_MIN, ms / STEPS_MAX);
  for (let leftMs = ms; leftMs > 0; leftMs -= stepMs) {
    await act(async () => {
      await vi.advanceTimersByTimeAsync(Math.min(stepMs, leftMs));
    });
  }
}

/** Opens a screen in a tab, inside everything that the desk puts around it, and waits until its pages are read. */
export async function openDesk(screen: ReactNode, server: DeskServer, address = "") {
  vi.stubGlobal("fetch", server.fetch);
  vi.stubGlobal(
    "EventSource",
    class extends DeskStream {
      constructor() {
        super();
        server.accept(this);
      }
    },
  );
  const { container, unmount } = render(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={messagesIn("en")}>
      <NuqsTestingAdapter searchParams={address} hasMemory>
        <UiProvider direction="ltr" nonce={undefined}>
          <LiveProvider>
            <MeGate loading={null} failed={() => null}>
              <UndoProvider>
                <OutboxProvider>
                  <ComposerRegistry>{screen}</ComposerRegistry>
                </OutboxProvider>
              </UndoProvider>
              <ShortcutListener />
            </MeGate>
          </LiveProvider>
        </UiProvider>
      </NuqsTestingAdapter>
    </NextIntlClientProvider>,
  );
  await pass();
  return {
    /** The part of the document that belongs to this tab; other tabs have their own. */
    container,
    user: userEvent.setup({ delay: null }),
    /** Leaves the page, as closing the tab or a reload does. */
    async close() {
      unmount();
      await pass();
    },
  };
}

class NothingResizes {
  observe() {}
  unobserve() {}
  disconnect() {}
}
