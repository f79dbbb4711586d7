import * as fc from "fast-check";
import { expect, test } from "vitest";
import { addressKey, readAddress, readNetworks } from "./networkAddress";

const words = (least: number, most: number) => fc.array(fc.nat(0xffff), { minLength: least, maxLength: most });
const hex = (word: number) => word.toString(16);

/** Addresses of one /64 are one customer, however each is written. */
test("all forms of all addresses of a /64 share one key, and those of another /64 have another", async () => {
  await fc.assert(
    fc.property(words(3, 3), words(4, 4), words(4, 4), fc.nat(0xffff), (network, one, other, fourth) => {
      const head = ["2001", ...network.map(hex)];
      const [left, right] = [[...head, ...one.map(hex)].join(":"), [...head, ...other.map(hex)].join(":")];
      expect(addressKey(left)).toBe(addressKey(right));
      expect(addressKey(left.toUpperCase())).toBe(addressKey(left));
      expect(addressKey(`[${left}]:443`)).toBe(addressKey(left));
      expect(addressKey(`${left}%eth0`)).toBe(addressKey(left));
      const elsewhere = [...head.slice(0, 3), hex(fourth), ...one.map(hex)].join(":");
      expect(addressKey(elsewhere) === addressKey(left)).toBe(fourth === network[2]);
    }),
  );
});

test("zeros left out count as zeros: every host of 2001:db8::/64 is one customer", () => {
  const keys = Array.from({ length: 25 }, (_, host) => addressKey(`2001:db8::${host.toString(16)}`));
  expect(new Set(keys).size).toBe(1);
  expect(addressKey("2001:db8:0:0:1:2:3:4")).toBe(keys[0]);
  expect(addressKey("2001:db8:0:1::1")).not.toBe(keys[0]);
});

test("an IPv4 address is the same within an IPv6 one, in brackets, and with a port", () => {
  for (const text of [
    "203.0.113.9",
    "::ffff:203.0.113.9",
    "::FFFF:cb00:7109",
    "203.0.113.9:4711",
    "[::ffff:203.0.113.9]:1",
  ])
    expect(readAddress(text)).toMatchObject({ text: "203.0.113.9", key: "203.0.113.9", isLoopback: false });
});

test("loopback is known in every form", () => {
  for (const text of ["127.0.0.1", "127.9.9.9", "::1", "[::1]:80", "::ffff:127.0.0.1", "0:0:0:0:0:0:0:1"])
    expect(addressKey(text)).toBe("loopback");
});

test("texts that are no address are refused", () => {
  const none = [
    "",
    "unknown",
    "_hidden",
    "localhost",
    "1.2.3",
    "0x7f.1",
    "0177.0.0.1",
    "256.1.1.1",
    "1.2.3.4.5",
    ":::",
  ];
  for (const text of [...none, "2001:db8::g", "1.2.3.4, 5.6.7.8", "<script>", "1".repeat(1_000)])
    expect(readAddress(text), text).toBeNull();
});

test("networks contain their own addresses, in every form, and no others", () => {
  const isInside = readNetworks(["10.0.0.0/8", "192.0.2.7", "2001:db8::/32"]);
  for (const text of ["10.1.2.3", "::ffff:10.1.2.3", "192.0.2.7", "2001:db8:ffff::1"])
    expect(isInside(text)).toBe(true);
  for (const text of ["11.1.2.3", "192.0.2.8", "2001:db9::1", "", "x"]) expect(isInside(text)).toBe(false);
  expect(() => readNetworks(["10.0.0.0/8", "office"])).toThrow("office is neither an address nor a network");
});
