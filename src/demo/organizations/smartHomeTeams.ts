import type { Calendar } from "@/domain/sla/hours/calendar";
import type { DemoTeam } from "./demoOrganization";
import { roundTheClock, weekCalendar } from "./weekCalendar";

const TIME_ZONE = "Europe/Madrid";

const HOLIDAYS: Calendar["holidays"] = [
  { on: "2026-12-08", name: "Immaculate Conception", spans: [] },
  { on: "2026-12-24", name: "Christmas Eve", spans: [{ from: "09:00", to: "14:00" }] },
  { on: "2026-12-25", name: "Christmas Day", spans: [] },
  { on: "2027-01-01", name: "New Year's Day", spans: [] },
  { on: "2027-01-06", name: "Epiphany", spans: [] },
];

/** The shop's own hours, which count for requests without a team. */
export const SMART_HOME_HOURS: Calendar = weekCalendar(
  TIME_ZONE,
  { workdays: [{ from: "08:00", to: "20:00" }], saturday: [{ from: "10:00", to: "18:00" }] },
  HOLIDAYS,
);

/** The teams of Lumen Home. Only the devices team never closes; the warehouse is asked in backchannels only. */
export const SMART_HOME_TEAMS: readonly DemoTeam[] = [
  {
    key: "orders",
    name: "Orders & Delivery",
    calendar: SMART_HOME_HOURS,
    queueThresholdPerRep: 5,
  },
  { key: "devices", name: "Devices", calendar: roundTheClock(TIME_ZONE), queueThresholdPerRep: 7 },
  {
    key: "billing",
    name: "Billing & Returns",
    calendar: weekCalendar(
      TIME_ZONE,
      {
        workdays: [
          { from: "09:00", to: "14:00" },
          { from: "15:00", to: "18:30" },
        ],
      },
      HOLIDAYS,
    ),
    queueThresholdPerRep: 4,
  },
  {
    key: "installation",
    name: "Installation specialists",
    calendar: weekCalendar(TIME_ZONE, { workdays: [{ from: "08:30", to: "17:30" }] }, HOLIDAYS),
    queueThresholdPerRep: 3,
  },
  {
    key: "warehouse",
    name: "Warehouse desk",
    calendar: weekCalendar(TIME_ZONE, { workdays: [{ from: "06:00", to: "18:00" }] }, HOLIDAYS),
    queueThresholdPerRep: 5,
  },
];
