"use client";

import { Component, type ReactNode } from "react";

export type PaneBoundaryProps = { children: ReactNode; failed: (retry: () => void) => ReactNode };

/** Catches what a pane throws while rendering, and lets it try again. */
export class PaneBoundary extends Component<PaneBoundaryProps, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    if (this.state.hasFailed) return this.props.failed(() => this.setState({ hasFailed: false }));
    return this.props.children;
  }
}
