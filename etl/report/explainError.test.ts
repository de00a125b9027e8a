import { describe, expect, it } from "vitest";
import { UserError } from "../../warehouse/UserError.ts";
import { WarehouseError } from "../../warehouse/WarehouseError.ts";
import { explainError } from "./explainError.ts";

const failed = (message: string): WarehouseError => WarehouseError.fromAnswer(message, 500, "q1");

describe("what a user sees of a failure", () => {
  it.each([
    [
      "Code: 243. DB::Exception: Cannot reserve 1.00 MiB, not enough space: (at /srv/data/store). (NOT_ENOUGH_SPACE)",
      "đĩa đã đầy",
    ],
    [
      "Code: 75. DB::ErrnoException: Cannot write to file /srv/data/x: , errno: 28, strerror: No space left on device. (CANNOT_WRITE_TO_FILE_DESCRIPTOR)",
      "đĩa đã đầy",
    ],
    ["Code: 241. DB::Exception: Memory limit exceeded: /srv/x. (MEMORY_LIMIT_EXCEEDED)", "bộ nhớ"],
    ["Code: 6. DB::Exception: Cannot parse string 'Trần Thị Quote' as UInt8. (CANNOT_PARSE_TEXT)", "CANNOT_PARSE_TEXT"],
  ])("%s", (message, says) => {
    const { sentence, remedy } = explainError(failed(message));
    expect(sentence.vi).toContain(says);
    expect(`${sentence.vi} ${sentence.en}`).not.toMatch(/\/srv|Quote|DB::/);
    expect(remedy.vi).not.toBe("");
  });

  it("explains a lost connection and a full disk of our own", () => {
    expect(explainError(WarehouseError.from(new Error("ECONNRESET"), "q1")).sentence.en).toMatch(/connection/);
    const full = Object.assign(new Error("write"), { code: "ENOSPC" });
    for (const error of [
      full,
      new UserError("The warehouse did not start", { fix: "end the other process", cause: full }),
    ]) {
      expect(explainError(error).sentence.en).toMatch(/disk is full/);
    }
  });
});
