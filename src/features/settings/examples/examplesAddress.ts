/** Where a category's examples are looked through. */
export function examplesAddress(categoryId: string): string {
  return `/settings/categories/quality/${categoryId}`;
}
