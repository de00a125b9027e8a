import type { Text } from "../../messages/useText.ts";
import type { Link } from "./prepareLinks.ts";
import { writeFields } from "./writeFields.ts";

/** What is written below a link's state: records accepted and refused, and the fields filled in them. */
export function writeLink(link: Link, { t, format }: Text): string[] {
  const { sent, accepted, rejected } = link;
  // Where nobody is connected, that nothing came says nothing more.
  const hasRecords = sent !== null && (sent > 0 || link.state === "silent");
  return [
    ...(hasRecords
      ? [t("connections.link.records", { accepted: format.compact(accepted), rejected: format.compact(rejected) })]
      : []),
    ...(link.fields === null ? [] : [writeFields(link, format, t)]),
  ];
}
