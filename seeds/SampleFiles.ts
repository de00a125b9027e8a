import { join } from "node:path";
import { CsvSink } from "./CsvSink.ts";
import { ParquetSink } from "./ParquetSink.ts";
import type { SubjectSinks } from "./ProvinceSample.ts";
import type { RowSink } from "./RowSink.ts";
import type { SampleFile, SeedOptions } from "./seedOptions.ts";
import { fileFormats } from "./seeds.ts";

/** From this scale on the country's doses are one file; below, one per province. */
const ONE_FILE_FROM_SCALE = 50;

const nowhere: RowSink = { rows: 0, write: () => {}, close: () => {} };

/** Opens, remembers and closes the files of one sample. */
export class SampleFiles {
  private readonly options: SeedOptions;
  private readonly opened: { name: string; sink: RowSink }[] = [];
  private shared: SubjectSinks | null = null;
  private provinceDoses: RowSink | null = null;

  constructor(options: SeedOptions) {
    this.options = options;
  }

  /** The sink of a file, opened when it is first asked for; one that writes nowhere if the file is not wanted. */
  open(file: SampleFile, suffix = ""): RowSink {
    const { only, format, out } = this.options;
    if (!only.includes(file)) return nowhere;
    const name = `${file}${suffix}.${format}`;
    const known = this.opened.find((each) => each.name === name);
    if (known !== undefined) return known.sink;
    const { columns, style } = fileFormats[file];
    const path = join(out, name);
    const sink = format === "csv" ? new CsvSink(path, columns, style) : new ParquetSink(path, columns);
    this.opened.push({ name, sink });
    return sink;
  }

  /** Sinks of one province's subjects; the province before must be complete. */
  openProvince(provinceCode: string): SubjectSinks {
    this.shared ??= {
      doses: this.options.scale >= ONE_FILE_FROM_SCALE ? this.open("doses") : nowhere,
      verifications: this.open("verifications"),
      certificates: this.open("certificates"),
    };
    if (this.options.scale >= ONE_FILE_FROM_SCALE) return this.shared;
    this.provinceDoses?.close();
    this.provinceDoses = this.open("doses", `-${provinceCode}`);
    return { ...this.shared, doses: this.provinceDoses };
  }

  close(): { name: string; rows: number }[] {
    for (const { sink } of this.opened) sink.close();
    return this.opened.map(({ name, sink }) => ({ name, rows: sink.rows }));
  }
}
