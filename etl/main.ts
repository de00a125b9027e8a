import { writeFile } from "node:fs/promises";
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { openWarehouse } from "../warehouse/client.ts";
import { migrate } from "../warehouse/migrate.ts";
import type { Warehouse } from "../warehouse/Warehouse.ts";
import { cleanWarehouse } from "./commands/cleanWarehouse.ts";
import { listRuns } from "./commands/listRuns.ts";
import { templateOf } from "./commands/templateOf.ts";
import { unloadBatch } from "./commands/unloadBatch.ts";
import { parseTerminal, readEtlConfig } from "./config.ts";
import { exitCodes, listExitCodes } from "./exitCodes.ts";
import { createForm } from "./forms/createForm.ts";
import type { Dataset } from "./job.ts";
import { findJob, jobs } from "./jobs.ts";
import { codeVersion } from "./ledger/codeVersion.ts";
import { findingStates, type SettableState, settableStates } from "./quality/findingState.ts";
import { type FindingFilter, listFindings } from "./quality/listFindings.ts";
import { setFindingState } from "./quality/setFindingState.ts";
import { RefusedFile } from "./RefusedFile.ts";
import { exportRejects } from "./rejects/exportRejects.ts";
import { type Language, words } from "./report/catalogue.ts";
import { createProgress } from "./report/createProgress.ts";
import { explainError } from "./report/explainError.ts";
import { formatFindings } from "./report/formatFindings.ts";
import { formatRuns } from "./report/formatRuns.ts";
import { formatSummary } from "./report/formatSummary.ts";
import { runJob } from "./run/runJob.ts";
import { todayInVietNam } from "./run/todayInVietNam.ts";
import { type Encoding, encodings } from "./sources/detectFormat.ts";

const interruption = new AbortController();
const language = (): Language => program.opts<{ lang?: Language }>().lang ?? parseTerminal().language;

const invalid = (vi: string, en: string, example: string): InvalidArgumentError =>
  new InvalidArgumentError(`${vi} / ${en}\n${words.fix.vi} / ${words.fix.en}: ${example}`);

/** A day that was, in Viet Nam: no figures are of a day to come. */
const day = (text: string): string => {
  const date = new Date(`${text}T00:00:00Z`);
  const isDay =
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
  const today = todayInVietNam(new Date());
  if (isDay && text >= "1970-01-02" && text <= today) return text;
  throw invalid(
    "phải là một ngày có thật, dạng YYYY-MM-DD, không sau hôm nay.",
    "must be a day of the calendar, YYYY-MM-DD, not later than today.",
    `--as-of ${today}`,
  );
};

const month = (text: string): string => {
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return text;
  throw invalid("phải là một tháng, dạng YYYY-MM.", "must be a month, YYYY-MM.", "--month 2022-06");
};

const withWarehouse = async <T>(work: (warehouse: Warehouse) => Promise<T>): Promise<T> => {
  const warehouse = await openWarehouse();
  try {
    await migrate(warehouse);
    return await work(warehouse);
  } finally {
    await warehouse.close();
  }
};

const print = (text: string): void => void process.stdout.write(text);

/** What went wrong and what to do about it, on stderr. */
const tell = (message: string, fix: string): void => {
  process.stderr.write(`${words.error[language()]}: ${message}\n${words.fix[language()]}: ${fix}\n`);
};

const program = new Command("etl")
  .description("Nạp tệp nguồn vào kho dữ liệu / load source files into the warehouse")
  .addOption(new Option("--lang <language>", "vi hoặc en; mặc định theo LANG").choices(["vi", "en"]))
  .version(codeVersion)
  .exitOverride();

program
  .command("run")
  .description(`nạp tệp / load files; jobs: ${jobs.map((job) => job.name).join(", ")}`)
  .argument("<job>", "loại dữ liệu / job")
  .argument("[files...]", "tệp nguồn / source files")
  .option("--as-of <day>", "ngày chốt dữ liệu, YYYY-MM-DD; mặc định hôm nay / no fact may be later", day)
  .option("--batch <code>", "tên lô; mặc định là tên tệp / batch, by default the file's name")
  .addOption(
    new Option("--dataset <dataset>", "khẳng định loại dữ liệu / what the files must be").choices(["sample", "real"]),
  )
  .addOption(
    new Option(
      "--encoding <encoding>",
      "bảng mã của tệp văn bản; mặc định tự nhận ra / encoding of text files, by default told from the content",
    ).choices(encodings),
  )
  .option("--dry-run", "báo cáo đầy đủ, không công bố gì / full report, nothing published")
  .option(
    "--accept-shrink",
    `công bố cả khi lô mất quá nửa số dòng hoặc mất hết / publish even if the batch loses most of its rows or all (else exit code ${exitCodes.held})`,
  )
  .addHelpText(
    "after",
    `\nMã thoát / exit codes:\n${listExitCodes()
      .map(({ code, meaning }) => `  ${String(code).padEnd(4)}${meaning.vi} / ${meaning.en}\n`)
      .join("")}`,
  )
  .option("--json", "kết quả dạng JSON ra stdout / the result as JSON")
  .action(
    async (
      name: string,
      files: string[],
      options: {
        asOf?: string;
        batch?: string;
        dataset?: Dataset;
        encoding?: Encoding;
        dryRun?: boolean;
        acceptShrink?: boolean;
        json?: boolean;
      },
    ) => {
      const job = findJob(name);
      const config = await readEtlConfig();
      if (config.keysGeneratedAt !== undefined) {
        process.stderr.write(
          `Đã tạo khóa mới trong ${config.keysGeneratedAt}; hãy sao lưu / new keys were made, keep a copy\n`,
        );
      }
      await withWarehouse(async (warehouse) => {
        const progress = createProgress(process.stderr, language());
        const summary = await runJob(
          {
            job,
            paths: files,
            asOf: options.asOf,
            batchCode: options.batch,
            dataset: options.dataset,
            encoding: options.encoding,
            isDryRun: options.dryRun,
            mayShrink: options.acceptShrink,
          },
          { warehouse, config, onProgress: progress.onProgress, signal: interruption.signal },
        ).finally(progress.end);
        print(options.json ? `${JSON.stringify(summary, undefined, 2)}\n` : formatSummary(summary, language()));
        if (summary.hold !== undefined) {
          tell(summary.hold.sentence[language()], summary.hold.remedy[language()]);
          process.exitCode = exitCodes.held;
        }
      });
    },
  );

const rejects = program.command("rejects").description("các dòng bị loại / rejected rows");
rejects
  .command("export")
  .description("xuất các dòng bị loại ra CSV để sửa và nạp lại / export rejected rows for correction")
  .argument("<run|load>", "mã lượt chạy hoặc lần nạp / run id or load id")
  .requiredOption("--out <file>", "tệp CSV / CSV file")
  .action(async (runOrLoad: string, options: { out: string }) => {
    const config = await readEtlConfig();
    await withWarehouse(async (warehouse) => {
      const count = await exportRejects(warehouse, runOrLoad, options.out, config.rejectsKey);
      print(`${count} → ${options.out}\n`);
    });
  });

program
  .command("template")
  .description(
    "tệp mẫu: CSV các cột, hoặc với --area và --month biểu mẫu XLSX / a CSV to start from, or with --area and --month a form",
  )
  .argument("<job>", "loại dữ liệu / job")
  .option("--area <code>", "mã tỉnh, huyện hoặc xã / province, district or commune")
  .option("--month <month>", "tháng báo cáo, YYYY-MM / month of the report", month)
  .option(
    "--structure <structure>",
    "cơ cấu của mã, gọi theo số tỉnh; mặc định theo tháng / structure of the code, by its number of provinces",
  )
  .option("--out <file>", "ghi ra tệp / write to a file")
  .action(
    async (
      name: string,
      options: { area?: string; month?: string; structure?: string; out?: string },
      command: Command,
    ) => {
      const job = findJob(name);
      const { area, month: of, structure } = options;
      if (area === undefined && of === undefined) {
        if (options.out === undefined) print(templateOf(job));
        else await writeFile(options.out, templateOf(job));
        return;
      }
      if (area === undefined || of === undefined) return command.error("error: --area and --month go together");
      const out = options.out ?? `${job.name}-${area}-${of}.xlsx`;
      await writeFile(
        out,
        await withWarehouse((warehouse) => createForm(warehouse, job, { area, month: of, structure })),
      );
      print(`${out}\n`);
    },
  );

program
  .command("runs")
  .description("các lượt chạy gần đây / recent runs")
  .option("--limit <count>", "số lượt / how many", (text) => Math.max(1, Number.parseInt(text, 10) || 20), 20)
  .option("--json", "JSON")
  .action(async (options: { limit: number; json?: boolean }) => {
    const runs = await withWarehouse((warehouse) => listRuns(warehouse, options.limit));
    print(options.json ? `${JSON.stringify(runs, undefined, 2)}\n` : formatRuns(runs, language()));
  });

program
  .command("unload")
  .description("rút một lô: từ đó lô không còn dòng nào / withdraw a batch")
  .argument("<batch>", "tên lô / batch")
  .option("--job <job>", "loại dữ liệu, nếu nhiều loại có lô cùng tên / job, where several have the batch")
  .action(async (batch: string, options: { job?: string }) => {
    const done = await withWarehouse((warehouse) => unloadBatch(warehouse, batch, options.job, interruption.signal));
    print(`${done.map((job) => `${job}/${batch}`).join(", ")}: đã rút / withdrawn\n`);
  });

program
  .command("clean")
  .description("dọn phần không còn hiển thị / drop what is invisible: dead runs, replaced loads")
  .action(async () => {
    const result = await withWarehouse((warehouse) => cleanWarehouse(warehouse, interruption.signal));
    print(`landing: ${result.landingTables}, dead loads: ${result.loads}, replaced loads: ${result.replacedLoads}\n`);
  });

const findings = program
  .command("findings")
  .description("các phát hiện về chất lượng dữ liệu / data-quality findings, by job, rule and province")
  .option("--job <job>", "loại dữ liệu / job")
  .option("--rule <rule>", "mã quy tắc / rule")
  .option("--area <province>", 'mã tỉnh; "?" là chưa xác định / province code; "?" for unknown')
  .addOption(new Option("--state <state>", "trạng thái / state").choices(findingStates))
  .option("--limit <count>", "số phát hiện / how many", (text) => Math.max(1, Number.parseInt(text, 10) || 50), 50)
  .option("--json", "JSON")
  .action(async (options: FindingFilter & { json?: boolean }) => {
    const found = await withWarehouse((warehouse) => listFindings(warehouse, options));
    print(options.json ? `${JSON.stringify(found, undefined, 2)}\n` : formatFindings(found, language()));
  });
findings
  .command("set")
  .description("ghi trạng thái của một phát hiện; giữ nguyên qua các lần nạp / record a finding's state")
  .argument("<key>", "mã phát hiện / key of the finding")
  .addOption(new Option("--state <state>", "trạng thái / state").choices(settableStates).makeOptionMandatory())
  .option("--note <text>", "ghi chú, không có thông tin cá nhân / note, without personal data", "")
  .action(async (key: string, options: { state: SettableState; note: string }) => {
    await withWarehouse((warehouse) => setFindingState(warehouse, key, options.state, options.note));
    print(`${key}: ${options.state}\n`);
  });

/** What the user sees of an error: message, and what to do; never a stack trace. DEBUG=etl shows it. */
const explain = (error: unknown): number => {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
  if (parseTerminal().showsStack && error instanceof Error) process.stderr.write(`${error.stack ?? ""}\n`);
  const spoken = language();
  const { sentence, remedy } = explainError(error);
  tell(sentence[spoken], remedy[spoken]);
  if (interruption.signal.aborted) return exitCodes.interrupted;
  return error instanceof RefusedFile ? exitCodes.refused : exitCodes.failed;
};

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => interruption.abort(new Error(`interrupted by ${signal}`)));
}

program.parseAsync().then(
  () => undefined,
  (error: unknown) => {
    process.exitCode = explain(error);
  },
);
