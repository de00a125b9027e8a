import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { openTestWarehouse, type TestWarehouse } from "./testing/openTestWarehouse.ts";

describe("which loads are seen", () => {
  let warehouse: TestWarehouse;
  beforeAll(async () => {
    warehouse = await openTestWarehouse();
  });
  afterAll(() => warehouse.close());

  let number = 0;
  const publish = async (
    load: number,
    batch: string,
    dataset: "sample" | "real",
    isWithdrawal = false,
    job = "doses",
  ) => {
    number += 1;
    await warehouse.command(
      `INSERT INTO ops.publications (publication_number, load_id, job, batch_code, dataset, is_withdrawal)
       SELECT {number:UInt64}, {load:UInt64}, {job:String}, {batch:String}, {dataset:String}, {isWithdrawal:Bool}`,
      { params: { number, load, batch, dataset, isWithdrawal, job } },
    );
  };
  const loads = async (view: "current_loads" | "published_loads"): Promise<number[]> => {
    const rows = await warehouse.query(`SELECT load_id AS id FROM mart.${view} ORDER BY id`, {
      schema: z.object({ id: z.number() }),
    });
    return rows.map(({ id }) => id);
  };

  it("shows nothing before the first publication", async () => {
    expect(await loads("current_loads")).toEqual([]);
    expect(await loads("published_loads")).toEqual([]);
  });

  it("reads facts of a batch's newest load only, and changes of all of them", async () => {
    await publish(103, "a", "sample");
    await publish(101, "a", "sample");
    await publish(102, "b", "sample");
    expect(await loads("current_loads")).toEqual([101, 102]);
    expect(await loads("published_loads")).toEqual([101, 102, 103]);
  });

  it("reads no facts of a withdrawn batch, until it is published again", async () => {
    await publish(104, "b", "sample", true);
    expect(await loads("current_loads")).toEqual([101]);
    await publish(105, "b", "sample");
    expect(await loads("current_loads")).toEqual([101, 105]);
  });

  it("shows real targets beside the sample, and a sample of targets until real facts hide it", async () => {
    await publish(301, "t", "real", false, "targets");
    await publish(302, "t-sample", "sample", false, "targets");
    expect(await loads("current_loads")).toEqual([101, 105, 301, 302]);
  });

  it("hides the whole sample from the first real publication on, even of a batch of the same name", async () => {
    await publish(201, "a", "real");
    expect(await loads("current_loads")).toEqual([201, 301]);
    expect(await loads("published_loads")).toEqual([201, 301]);
    await publish(106, "c", "sample");
    expect(await loads("current_loads")).toEqual([201, 301]);
  });
});
