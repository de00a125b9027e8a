/** One version of the product, and what changed with it. */
export interface Release {
  version: string;
  /** YYYY-MM-DD; null while it is not released. */
  date: string | null;
  sections: { title: string; items: string[] }[];
}

/** The heading of what readers of the screens notice, told in Vietnamese; the other sections are in English. */
export const FOR_READERS = "Có gì mới";

/** Reads CHANGELOG.md in the form of Keep a Changelog: versions, sections, items. Text outside of items is left out. */
export function parseChangelog(markdown: string): Release[] {
  const releases: Release[] = [];
  for (const line of markdown.split("\n")) {
    const release = releases.at(-1);
    const items = release?.sections.at(-1)?.items;
    const [, version] = /^## (.+?)\s*$/.exec(line) ?? [];
    const [, title] = /^### (.+?)\s*$/.exec(line) ?? [];
    const [, item] = /^- (.+)$/.exec(line) ?? [];
    const [, more] = /^\s+(\S.*)$/.exec(line) ?? [];
    if (version !== undefined) {
      const [name = version, date = null] = version.split(" — ");
      releases.push({ version: name, date, sections: [] });
    } else if (title !== undefined) release?.sections.push({ title, items: [] });
    else if (item !== undefined) items?.push(item);
    else if (more !== undefined && items !== undefined && items.length > 0) items.push(`${items.pop()} ${more}`);
  }
  return releases;
}
