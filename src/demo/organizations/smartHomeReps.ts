import type { DemoRep } from "./demoOrganization";
import { repBuilder } from "./repBuilder";

const rep = repBuilder("lumenhome.example");

/** The reps of Lumen Home. Every team has at least two; the installers are the specialists. */
export const SMART_HOME_REPS: readonly DemoRep[] = [
  rep("nuria", "Núria Cabestany", "Nuria", ["orders"], 6, ["en", "es", "carriers"]),
  rep("piotr", "Piotr Zawadzki", "Peter", ["orders", "warehouse"], 5, ["en", "pl"]),
  rep("amina", "Amina Laghrari", "Amy", ["orders", "billing"], 5, ["en", "fr", "es"]),
  rep("lars", "Lars Oxholm", "Lars", ["devices"], 8, ["en", "de", "hubs", "radio"]),
  rep("giulia", "Giulia Tramontano", "Julia", ["devices"], 4, ["en", "it", "cameras"]),
  rep("mehmet", "Mehmet Sarıoğlu", "Matt", ["devices"], 4, ["en", "tr", "de", "locks"]),
  rep("sunniva", "Sunniva Rask", "Sunny", ["billing"], 5, ["en", "de", "refunds"]),
  rep("gonzalo", "Gonzalo Ibarrola", "Leo", ["billing", "orders"], 5, ["en", "es", "invoices"]),
  rep("katarzyna", "Katarzyna Mroczek", "Kate", ["installation", "devices"], 3, ["en", "pl", "heating", "wiring"]),
  rep("emeka", "Emeka Nwosu-Hart", "Max", ["installation"], 3, ["en", "wiring", "locks"]),
  rep("yvette", "Yvette Charpentier-Roy", "Eve", ["warehouse"], 6, ["en", "fr", "stock"]),
  {
    ...rep("beatriz", "Beatriz Lombarte", "Bea", ["orders", "devices", "billing", "installation"], 4, ["en", "es"]),
    role: "supervisor",
  },
  { ...rep("anders", "Anders Thorvik", "Andy", ["devices", "warehouse"], 3, ["en", "es"]), role: "administrator" },
];
