import { join } from "node:path";
import { CsvSink, type CsvStyle, PLAIN_CSV, SPREADSHEET_CSV } from "./CsvSink.ts";
import { ParquetSink } from "./ParquetSink.ts";
import type { SubjectSinks } from "./ProvinceSample.ts";
import type { RowSink } from "./RowSink.ts";
import type { SampleFile, SeedOptions } from "./seedOptions.ts";
import {
  ADMINISTERED_COLUMNS,
  CERTIFICATE_COLUMNS,
  CONNECTION_COLUMNS,
  DOSE_COLUMNS,
  DOSSIER_COLUMNS,
  FACILITY_COLUMNS,
  PAYMENT_COLUMNS,
  POPULATION_COLUMNS,
  PROCEDURE_COLUMNS,
  RESOURCE_COLUMNS,
  SERVICE_COLUMNS,
  VERIFICATION_COLUMNS,
} from "./sourceColumns.ts";

const COLUMNS: Readonly<Record<SampleFile, readonly string[]>> = {
  facilities: FACILITY_COLUMNS,
  population: POPULATION_COLUMNS,
  doses: DOSE_COLUMNS,
  verifications: VERIFICATION_COLUMNS,
  certificates: CERTIFICATE_COLUMNS,
  administered: ADMINISTERED_COLUMNS,
  resources: RESOURCE_COLUMNS,
  services: SERVICE_COLUMNS,
  payments: PAYMENT_COLUMNS,
  connections: CONNECTION_COLUMNS,
  procedures: PROCEDURE_COLUMNS,
  dossiers: DOSSIER_COLUMNS,
};
/** The small files come as spreadsheets leave them; the large ones plain. */
const STYLES: Readonly<Record<SampleFile, CsvStyle>> = {
  facilities: { ...PLAIN_CSV, hasBom: true },
  population: { ...PLAIN_CSV, delimiter: "\t" },
  doses: PLAIN_CSV,
  verifications: PLAIN_CSV,
  certificates: PLAIN_CSV,
  administered: SPREADSHEET_CSV,
  resources: { ...PLAIN_CSV, hasBom: true },
  services: PLAIN_CSV,
  payments: PLAIN_CSV,
  connections: PLAIN_CSV,
  procedures: SPREADSHEET_CSV,
  dossiers: SPREADSHEET_CSV,
};
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

  /** The sink of a file; one that writes nowhere if the file was not asked for. */
  open(file: SampleFile, suffix = ""): RowSink {
    const { only, format, out } = this.options;
    if (!only.includes(file)) return nowhere;
    const name = `${file}${suffix}.${format}`;
    const path = join(out, name);
    const sink =
      format === "csv" ? new CsvSink(path, COLUMNS[file], STYLES[file]) : new ParquetSink(path, COLUMNS[file]);
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
