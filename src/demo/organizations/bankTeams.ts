import type { Calendar } from "@/domain/sla/hours/calendar";
import type { DemoTeam } from "./demoOrganization";
import { roundTheClock, weekCalendar } from "./weekCalendar";

const TIME_ZONE = "Europe/Berlin";

const HOLIDAYS: Calendar["holidays"] = [
  { on: "2026-12-24", name: "Christmas Eve", spans: [{ from: "09:00", to: "12:00" }] },
  { on: "2026-12-25", name: "Christmas Day", spans: [] },
  { on: "2027-01-01", name: "New Year's Day", spans: [] },
  { on: "2027-03-26", name: "Good Friday", spans: [] },
  { on: "2027-03-29", name: "Easter Monday", spans: [] },
  { on: "2027-05-17", name: "Whit Monday", spans: [] },
];

const withLunchBreak = weekCalendar(
  TIME_ZONE,
  {
    workdays: [
      { from: "09:00", to: "12:30" },
      { from: "13:30", to: "17:00" },
    ],
  },
  HOLIDAYS,
);

/** The bank's own hours, which count for requests without a team. */
export const BANK_HOURS: Calendar = weekCalendar(
  TIME_ZONE,
  { workdays: [{ from: "08:00", to: "20:00" }], saturday: [{ from: "09:00", to: "16:00" }] },
  HOLIDAYS,
);

/** The teams of Harbour Bank. Only the fraud desk never closes. */
export const BANK_TEAMS: readonly DemoTeam[] = [
  {
    key: "cards",
    name: "Cards",
    calendar: BANK_HOURS,
    queueThresholdPerRep: 7,
  },
  {
    key: "payments",
    name: "Payments",
    calendar: weekCalendar(TIME_ZONE, { workdays: [{ from: "08:00", to: "18:00" }] }, HOLIDAYS),
    queueThresholdPerRep: 5,
  },
  {
    key: "access",
    name: "Accounts & Access",
    calendar: weekCalendar(TIME_ZONE, { workdays: [{ from: "08:00", to: "20:00" }] }, HOLIDAYS),
    queueThresholdPerRep: 5,
  },
  { key: "lending", name: "Lending", calendar: withLunchBreak, queueThresholdPerRep: 3 },
  { key: "fraud", name: "Fraud desk", calendar: roundTheClock(TIME_ZONE), queueThresholdPerRep: 2 },
  { key: "complaints", name: "Complaints", calendar: withLunchBreak, queueThresholdPerRep: 3 },
];
