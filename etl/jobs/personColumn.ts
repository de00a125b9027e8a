import { sourceColumn } from "./sourceColumn.ts";

/** Whose row it is; of every source of people. */
export const personColumn = sourceColumn(
  "person_id",
  "code",
  ["ma_doi_tuong"],
  "Mã đối tượng",
  "Person id",
  "DT0000000001",
  true,
);
