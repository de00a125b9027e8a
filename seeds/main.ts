import { Command } from "commander";
import { generateSeeds } from "./generateSeeds.ts";
import { parseSeedOptions, SAMPLE_FILES } from "./seedOptions.ts";

const command = new Command("seeds")
  .description("Write sample source files of the vaccination platform. Nobody in them exists.")
  .requiredOption("--scale <n>", "one row for so many: 200 gives 1.2 million doses, 1 gives 234 million")
  .requiredOption("--out <folder>", "where to write; files of the same name are replaced")
  .option("--format <format>", "csv or parquet", "csv")
  .option("--seed <text>", "the same seed gives the same bytes", "2022")
  .option("--only <files...>", `some files only: ${SAMPLE_FILES.join(", ")}`)
  .parse();

const parsed = parseSeedOptions(command.opts());
if ("problems" in parsed) {
  for (const problem of parsed.problems) process.stderr.write(`${problem}\n`);
  process.stderr.write("fix: npm run seeds -- --help\n");
  process.exitCode = 2;
} else {
  let shown = -1;
  const summary = await generateSeeds(parsed.options, ({ doneSubjects, totalSubjects }) => {
    const percent = Math.floor((doneSubjects / totalSubjects) * 100);
    if (!process.stderr.isTTY || percent === shown) return;
    shown = percent;
    process.stderr.write(`\r${percent} %`);
  });
  if (process.stderr.isTTY) process.stderr.write("\r");
  for (const { name, rows } of summary.files) process.stdout.write(`${name}\t${rows} rows\n`);
  process.stdout.write(`${summary.subjects} subjects; sample data, scale 1/${parsed.options.scale}\n`);
}
