import { expect, test } from "vitest";
import { returnAddress } from "./returnAddress";

test.each([
  ["/q/mine", "https://desk.example/q/mine"],
  ["https://desk.example/board?a=1", "https://desk.example/board?a=1"],
  ["https://evil.example/", "https://desk.example"],
  ["//evil.example/", "https://desk.example"],
  ["/\\evil.example", "https://desk.example"],
  ["javascript:alert(1)", "https://desk.example"],
  ["http://[", "https://desk.example"],
  ["https://\0", "https://desk.example"],
])("after %j a browser goes to %s", (url, address) => {
  expect(returnAddress({ url, baseUrl: "https://desk.example" })).toBe(address);
});
