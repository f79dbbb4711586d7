"use client";

import { useConnectionNews } from "./useConnectionNews";
import { WhyNothingComes } from "./WhyNothingComes";

/** Says in the sidebar that the connection is down, or else why requests wait. Its height is fixed: nothing moves. */
export function SidebarNews() {
  const news = useConnectionNews();
  return (
    <div className="h-12">
      <div role="status" data-connection-news="">
        {news ? (
          <p
            className={
              news.isBack
                ? "rounded-control bg-ok-bg px-2 py-1 text-meta text-ok"
                : "rounded-control bg-warn-bg px-2 py-1 text-meta text-warn"
            }
          >
            {news.words}
          </p>
        ) : null}
      </div>
      {news ? null : <WhyNothingComes />}
    </div>
  );
}
