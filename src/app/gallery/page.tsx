import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { GalleryPage } from "@/features/gallery/GalleryPage";

export const metadata: Metadata = { title: "Gallery" };

/** Every primitive of ui/ in all states, for development and the accessibility test. It is not found otherwise. */
export default async function Gallery() {
  await connection();
  if (process.env.NODE_ENV !== "development" && process.env.PARLEY_GALLERY !== "1") notFound();
  return <GalleryPage />;
}
