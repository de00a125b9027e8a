import type { Readable, Writable } from "node:stream";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { Command } from "commander";
import { openWarehouse } from "./client.ts";
import { formatStatus } from "./formatStatus.ts";
import { migrate } from "./migrate.ts";
import { readStatus } from "./readStatus.ts";
import { serveEmbedded } from "./serveEmbedded.ts";
import type { Warehouse } from "./Warehouse.ts";

/** Everything the commands touch. */
export interface ProgramEffects {
  open(): Promise<Warehouse>;
  output: Writable & { isTTY?: boolean };
  input: Readable;
  /** Aborted by Ctrl-C. */
  signal: AbortSignal;
}

const collect = (entry: string, known: Record<string, string>): Record<string, string> => {
  const [name = "", ...value] = entry.split("=");
  return { ...known, [name]: value.join("=") };
};

interface SqlOptions {
  format: string;
  param: Record<string, string>;
}

const prettySettings = (isTerminal: boolean) => ({
  output_format_pretty_color: isTerminal ? "1" : "0",
  output_format_pretty_row_numbers: 0,
});

/** `npm run warehouse -- …`. */
export const createProgram = (effects: ProgramEffects): Command => {
  const withWarehouse = async (work: (warehouse: Warehouse) => Promise<void>): Promise<void> => {
    const warehouse = await effects.open();
    try {
      await work(warehouse);
    } finally {
      await warehouse.close();
    }
  };

  const program = new Command("warehouse")
    .description(
      "The warehouse: ClickHouse at CLICKHOUSE_URL, or the embedded engine on DATA_DIR (default ./.data), which is started for the command unless it already runs.",
    )
    .option("--verbose", "show the stack of an error");

  program
    .command("migrate")
    .description("bring tables and reference data to this version; safe to repeat")
    .action(() =>
      withWarehouse(async (warehouse) => {
        const { applied, alreadyAppliedCount, isReferenceLoaded, milliseconds } = await migrate(warehouse);
        for (const name of applied) effects.output.write(`applied ${name}\n`);
        effects.output.write(
          `${applied.length} applied, ${alreadyAppliedCount} were already; reference data ${isReferenceLoaded ? "loaded" : "unchanged"}; ${milliseconds} ms\n`,
        );
      }),
    );

  program
    .command("status")
    .description("show engine, version, migrations, sizes and the newest publications")
    .option("--json", "as JSON")
    .action(({ json }: { json?: boolean }) =>
      withWarehouse(async (warehouse) => {
        const status = await readStatus(warehouse);
        effects.output.write(json ? `${JSON.stringify(status, undefined, 2)}\n` : formatStatus(status));
      }),
    );

  program
    .command("sql")
    .description('run one statement and print its rows, for example "SELECT * FROM mart.dim_structures"')
    .argument("<statement>", 'SQL with database-qualified names; "-" reads it from standard input')
    .option("--format <name>", "a ClickHouse output format: CSVWithNames, JSONEachRow, Parquet, …", "PrettyCompact")
    .option("--param <name=value>", "value of a parameter {name:Type}; may be repeated", collect, {})
    .action((statement: string, { format, param }: SqlOptions) =>
      withWarehouse(async (warehouse) => {
        const sql = statement === "-" ? await text(effects.input) : statement;
        const rows = await warehouse.stream(sql, {
          format,
          params: param,
          settings: format.startsWith("Pretty") ? prettySettings(effects.output.isTTY ?? false) : {},
          signal: effects.signal,
        });
        await pipeline(rows, effects.output, { end: false });
      }),
    );

  program
    .command("serve")
    .description("run the embedded engine on DATA_DIR until Ctrl-C, for other commands and clients")
    .option("--port <number>", "port of the HTTP interface; 0: any free one", Number, 0)
    .action(({ port }: { port: number }) => serveEmbedded({ port, output: effects.output, signal: effects.signal }));

  return program;
};

/** Effects of a real terminal. */
export const terminalEffects = (signal: AbortSignal): ProgramEffects => ({
  open: () => openWarehouse(),
  output: process.stdout,
  input: process.stdin,
  signal,
});
