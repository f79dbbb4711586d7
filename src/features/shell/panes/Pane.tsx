"use client";

import { useTranslations } from "next-intl";
import { Component, type ReactNode, Suspense, useEffect, useRef } from "react";
import { classes } from "@/ui/classes";
import { ErrorState } from "@/ui/states/ErrorState";
import { Skeleton } from "@/ui/states/Skeleton";
import { panes } from "./panes";

export type PaneProps = {
  /** It is also the id of the element, so that an address can point to it. */
  id: "main" | "list" | "thread" | "reply" | "context" | "views" | "board" | "settings" | `aside-${string}`;
  /** Its name as a landmark; taken from the shell's catalogue by default. */
  label?: string;
  as?: "main" | "nav" | "aside" | "section";
  className?: string;
  children: ReactNode;
};

/** A landmark that F6 and the skip links reach. It loads and fails alone: an error in it does not affect the others. */
export function Pane({ id, label, as: Element = "section", className, children }: PaneProps) {
  const t = useTranslations("shell.pane");
  const tUi = useTranslations("ui");
  const ref = useRef<HTMLElement>(null);
  const name = label ?? t(isNamed(id) ? id : "main");
  useEffect(() => (ref.current ? panes.add({ id, label: name, element: ref.current }) : undefined), [id, name]);
  return (
    <Element
      ref={ref}
      id={id}
      data-pane=""
      aria-label={name}
      tabIndex={-1}
      className={classes("min-h-0 min-w-0 -outline-offset-2", className)}
    >
      <PaneBoundary failed={(retry) => <ErrorState cause={tUi("paneFailed")} onRetry={retry} />}>
        <Suspense fallback={<Skeleton className="p-4" />}>{children}</Suspense>
      </PaneBoundary>
    </Element>
  );
}

type NamedPane = Exclude<PaneProps["id"], `aside-${string}`>;
const isNamed = (id: PaneProps["id"]): id is NamedPane => !id.startsWith("aside-");

type PaneBoundaryProps = { children: ReactNode; failed: (retry: () => void) => ReactNode };

/** Catches an error that a pane throws while rendering; `failed` gets a function that renders it again. */
class PaneBoundary extends Component<PaneBoundaryProps, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    if (this.state.hasFailed) return this.props.failed(() => this.setState({ hasFailed: false }));
    return this.props.children;
  }
}
