import { describe, expect, it } from "vitest";
import { z } from "zod";
import { parseEnvironment, port, wholeNumber } from "./parseEnvironment.ts";
import { UserError } from "./UserError.ts";

const schema = z.object({ PORT: port.default(4000), KEY: z.string().min(8, "must have 8 characters").optional() });

describe("parseEnvironment", () => {
  it("takes variables set to nothing or to blanks as unset, and leaves the rest of the environment alone", () => {
    expect(parseEnvironment(schema, { PORT: "", KEY: "  ", PATH: "/bin", OTHER: undefined })).toEqual({ PORT: 4000 });
    expect(parseEnvironment(schema, { PORT: "80" })).toEqual({ PORT: 80 });
  });

  it("names every wrong variable with what it must be, and never its value", () => {
    const parse = () => parseEnvironment(schema, { PORT: "http", KEY: "geheim" });
    expect(parse).toThrow(UserError);
    expect(parse).toThrow(
      expect.objectContaining({
        message:
          "The environment is not usable: PORT must be a whole number from 0 to 65535; KEY must have 8 characters",
        fix: expect.stringMatching(/^correct these variables/),
      }),
    );
  });

  it.each(["1.5", "1e3", "0x10", "-1", "65536", "99999999999999999999", "4000 x", "٤"])("refuses port %j", (text) => {
    expect(() => parseEnvironment(schema, { PORT: text })).toThrow(/^The environment is not usable: PORT must be/);
  });

  it("says of a number without an upper end where it begins", () => {
    const many = z.object({ MANY: wholeNumber(1) });
    expect(() => parseEnvironment(many, { MANY: "0" })).toThrow(/MANY must be a whole number of 1 or more/);
  });
});
