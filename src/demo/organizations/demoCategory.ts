import type { DemoCategory } from "./demoOrganization";

interface Leaf {
  readonly key: string;
  readonly name: string;
  readonly parentKey: string;
  readonly teamKey: string;
  readonly slaPolicyKey: string;
  readonly keywords: readonly string[];
  readonly pick?: string;
}

/** A category that only holds others, so that no request is routed by it. */
export function categoryFolder(key: string, name: string): DemoCategory {
  return { key, name, parentKey: null, teamKey: null, slaPolicyKey: null, keywords: [], pick: null };
}

/** A category of requests. Without `pick` it is not offered to customers. */
export function categoryLeaf(leaf: Leaf): DemoCategory {
  return { ...leaf, pick: leaf.pick ?? null };
}
