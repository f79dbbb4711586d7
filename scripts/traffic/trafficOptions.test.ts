import { expect, test } from "vitest";
import { trafficOptions } from "./trafficOptions";

test("without options the server of this clone gets five customers a second for two minutes", () => {
  expect(trafficOptions([])).toMatchObject({ url: undefined, rate: 5, durationMs: 120_000, seed: 1 });
});

test("another machine is refused without the option that says it is the caller's own", () => {
  expect(() => trafficOptions(["--url", "https://desk.example"])).toThrow(/another machine/);
  expect(trafficOptions(["--url", "https://desk.example/path", "--yes-this-is-my-server"]).url).toBe(
    "https://desk.example",
  );
});

test("loopback addresses of both families are this machine", () => {
  for (const url of ["http://127.0.0.1:4000", "http://[::1]:4000"])
    expect(trafficOptions(["--url", url]).url).toBe(url);
});

test("a number out of its bounds, an unknown option and a missing file are named", () => {
  expect(() => trafficOptions(["--rate", "many"])).toThrow(/--rate is a number/);
  expect(() => trafficOptions(["--rate", "0"])).toThrow(/--rate is a number/);
  expect(() => trafficOptions(["--speed", "3"])).toThrow(/--speed/);
  expect(() => trafficOptions(["--messages", "nowhere.csv"])).toThrow(/no file nowhere\.csv/);
});
