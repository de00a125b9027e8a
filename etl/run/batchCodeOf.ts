import { basename } from "node:path";

/** The batch of files that name none: the first file's base name without extensions. */
export const batchCodeOf = (files: readonly string[]): string => {
  const name = basename(files[0] ?? "").replace(/(\.(csv|tsv|txt|json|ndjson|jsonl|parquet|xlsx|gz|zst|zstd))+$/i, "");
  return name === "" ? "batch" : name.normalize("NFC");
};
