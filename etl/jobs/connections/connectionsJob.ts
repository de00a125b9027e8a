import type { Job } from "../../job.ts";
import { codeOf } from "../codeOf.ts";
import { dayOf, plainSpaces } from "../dayOf.ts";
import { cleanseFacilityReports, rulesOfReports } from "../facilityReports/cleanseFacilityReports.ts";
import { endOfMonth } from "../facilityReports/facilityReport.ts";
import { connectionColumns, connectionCounts, connectionFormColumns, connectionNames } from "./connectionColumns.ts";
import { connectionRules } from "./connectionRules.ts";

/** Records that facilities send: a row for each facility, stream and month; also of facilities that are still to be connected. */
export const connectionsJob: Job = {
  name: "connections",
  columns: connectionColumns,
  rules: rulesOfReports(connectionRules),
  form: { rows: "empty", columns: connectionFormColumns, monthColumn: "month" },
  async cleanse(context) {
    const streams = await codeOf(context, "stream");
    return cleanseFacilityReports(context, {
      job: "connections",
      factTable: "mart.fct_connections",
      period: { kind: "month", column: "month" },
      series: ["stream_code"],
      lines: [],
      counts: connectionCounts,
      expressions: [
        ["stream_code", streams.code("source.stream", "period")],
        ["told_since", plainSpaces("source.connected_since")],
        ["connected_since", dayOf("told_since")],
      ],
      params: streams.params,
      rules: connectionRules,
      content: ["connected_since"],
      facts: [
        ["stream_code", "stream_code"],
        ["connected_since", "connected_since"],
        ...connectionNames.map((name) => [name, name] as const),
      ],
      figures: [{ table: "mart.fct_connections", columns: ["connected_since", ...connectionNames] }],
      day: endOfMonth("month"),
    });
  },
};
