import { expect, it } from "vitest";
import { tableGroups } from "../pages/vaccination/tableGroups.ts";
import { vaccination } from "../pages/vaccination/vaccination.ts";
import { aMeasureMeta } from "../testing/aMeasureMeta.ts";
import { groupMeasures } from "./groupMeasures.ts";

const namesOf = (groups: ReturnType<typeof groupMeasures>) =>
  groups.map(({ title, measures }) => [title, ...measures.map(({ name }) => name)]);

it("shows a measure that no page has placed yet, under a heading of its own", () => {
  const measures = ["doses_recorded", "doses_sent", "added_to_the_model"].map((name) => aMeasureMeta({ name }));
  const layout = [{ title: "group.sending", measures: ["doses_sent", "gone_from_the_model"] }] as const;
  expect(namesOf(groupMeasures(measures, layout))).toEqual([
    ["group.sending", "doses_sent"],
    ["group.other", "doses_recorded", "added_to_the_model"],
  ]);
  expect(namesOf(groupMeasures(measures, []))).toEqual([
    ["group.all", "doses_recorded", "doses_sent", "added_to_the_model"],
  ]);
});

it("gives every measure exactly one column", () => {
  const shown = groupMeasures(vaccination.measures, tableGroups).flatMap(({ measures }) => measures);
  expect(shown.map(({ name }) => name).sort()).toEqual(vaccination.measures.map(({ name }) => name).sort());
});
