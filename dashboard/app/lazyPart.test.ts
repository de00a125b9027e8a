import { expect, it } from "vitest";
import { loadWhenThere } from "./lazyPart.ts";

const none = () => Promise.resolve();
/** Fails so many times, then gives the part. */
const part = (failures: number) => {
  const asked = { times: 0 };
  const load = async () => {
    asked.times += 1;
    if (asked.times <= failures) throw new TypeError("Failed to fetch dynamically imported module");
    return "part";
  };
  return { asked, load };
};

it("waits for a server that is away, and has the part when it is back", async () => {
  const { load, asked } = part(3);
  expect(await loadWhenThere(load, { isThere: async () => false, wait: none })).toBe("part");
  expect(asked.times).toBe(4);
});

it("fails where the server is there and the part is not, at the second try", async () => {
  const { load, asked } = part(9);
  await expect(loadWhenThere(load, { isThere: async () => true, wait: none })).rejects.toThrow("Failed to fetch");
  expect(asked.times).toBe(2);
});
