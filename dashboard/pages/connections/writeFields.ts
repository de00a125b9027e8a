import type { Format } from "../../format/createFormat.ts";
import type { Translate } from "../../messages/createTranslate.ts";
import { fieldsOf, type Stream } from "./prepareStreams.ts";

/** "36,1 trên 48 trường": how many fields of a record are filled on average, where the stream counts them. */
export function writeFields(
  { stream, fields }: { stream: Stream; fields: number | null },
  format: Format,
  t: Translate,
): string {
  const all = fieldsOf[stream];
  if (fields === null) return all === undefined ? "" : t("connections.fields.missing", { all });
  return all === undefined
    ? t("connections.fields", { fields: format.decimal(fields) })
    : t("connections.fieldsOf", { fields: format.decimal(fields), all });
}
