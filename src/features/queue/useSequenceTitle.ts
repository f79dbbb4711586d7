"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";

/** Names the tab by the request that is open, for the address changes without a page of the server's. */
export function useSequenceTitle(subject: string): void {
  const product = useTranslations("shell")("productName");
  useEffect(() => {
    const before = document.title;
    document.title = subject === "" ? product : `${subject} · ${product}`;
    return () => {
      document.title = before;
    };
  }, [subject, product]);
}
