import { type SourceName, sources } from "./sources.ts";

/**
 * These sources, each after those that it needs, and otherwise in the order given. What one of them needs and is not among
 * them is taken to be loaded.
 * @throws TypeError where sources need each other
 */
export const loadOrder = (names: readonly SourceName[]): SourceName[] => {
  const ordered: SourceName[] = [];
  const add = (name: SourceName, path: readonly SourceName[]): void => {
    if (path.includes(name)) throw new TypeError(`sources need each other: ${[...path, name].join(" → ")}`);
    if (ordered.includes(name)) return;
    for (const needed of sources[name].needs) add(needed, [...path, name]);
    ordered.push(name);
  };
  for (const name of names) add(name, []);
  return ordered.filter((name) => names.includes(name));
};
