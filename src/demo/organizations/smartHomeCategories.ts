import { categoryFolder, categoryLeaf } from "./demoCategory";
import type { DemoCategory } from "./demoOrganization";

const orders = { parentKey: "orders", teamKey: "orders" };
const devices = { parentKey: "devices", teamKey: "devices" };
const money = { parentKey: "money", teamKey: "billing" };

/** Lumen Home's category tree: folders first, then the twelve leaves. */
export const SMART_HOME_CATEGORIES: readonly DemoCategory[] = [
  categoryFolder("orders", "Orders"),
  categoryFolder("devices", "Devices"),
  categoryFolder("money", "Returns and payment"),
  categoryFolder("services", "Services"),
  categoryLeaf({
    ...orders,
    key: "delivery",
    name: "Delivery",
    slaPolicyKey: "standard",
    keywords: [],
    pick: "Where is my order?",
  }),
  categoryLeaf({
    ...orders,
    key: "order_change",
    name: "Changes and cancellations",
    slaPolicyKey: "urgent",
    keywords: [],
  }),
  categoryLeaf({ ...orders, key: "damaged", name: "Damaged or missing items", slaPolicyKey: "standard", keywords: [] }),
  categoryLeaf({ ...devices, key: "lights", name: "Bulbs and lights", slaPolicyKey: "standard", keywords: [] }),
  categoryLeaf({ ...devices, key: "thermostat", name: "Thermostats", slaPolicyKey: "standard", keywords: [] }),
  categoryLeaf({
    ...devices,
    key: "hub",
    name: "Hub and app",
    slaPolicyKey: "standard",
    keywords: [],
    pick: "Hub or app",
  }),
  categoryLeaf({ ...devices, key: "lock", name: "Locks", slaPolicyKey: "urgent", keywords: [], pick: "Door lock" }),
  categoryLeaf({ ...devices, key: "camera", name: "Cameras", slaPolicyKey: "standard", keywords: [] }),
  categoryLeaf({
    ...money,
    key: "returns",
    name: "Returns and exchanges",
    slaPolicyKey: "relaxed",
    keywords: [],
    pick: "Return something",
  }),
  categoryLeaf({ ...money, key: "billing", name: "Invoices and payment", slaPolicyKey: "relaxed", keywords: [] }),
  categoryLeaf({ ...money, key: "warranty", name: "Warranty", slaPolicyKey: "relaxed", keywords: [] }),
  categoryLeaf({
    parentKey: "services",
    teamKey: "installation",
    key: "installation",
    name: "Installation",
    slaPolicyKey: "relaxed",
    keywords: [],
    pick: "Installation help",
  }),
];
