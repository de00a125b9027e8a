import type { HiddenSource } from "./parseModelFile.ts";

/** Hidden members of every cube, before those that it declares itself. */
export const ofEveryCube = ["period", "publication"];

const given = (cube: string, name: string): string => `{FILTER_PARAMS.${cube}.${name}.filter((${name}) => ${name})}`;

/** Column of a row that holds the value of a hidden member, so that Cube's own filter on it holds. */
export const columnOf = (name: string): string => (ofEveryCube.includes(name) ? name : `${name}_read`);

const sqlOf = (cube: string, name: string, hidden: Readonly<Record<string, HiddenSource>>): string | undefined => {
  const text = `toString(${given(cube, name)})`;
  if (name === "period") return text;
  if (name === "publication") return `toUInt64(${text})`;
  const source = hidden[name];
  if (source === undefined) return undefined;
  return source.all === undefined ? text : `splitByChar(',', ${text})`;
};

/**
 * The SQL of a cube's rows with the hidden members in the place of their short names: $publication is the number, $period the text of
 * points, $kinds and the like the array of what was asked for, $grain a text; $hidden is a column of each of them.
 * @param fail is called with a short name that stands for nothing
 */
export const expandSql = (
  sql: string,
  cube: string,
  hidden: Readonly<Record<string, HiddenSource>>,
  fail: (name: string) => never,
): string =>
  sql.replace(/\$(\w+)/g, (_, name: string) => {
    if (name === "hidden") {
      return [...ofEveryCube, ...Object.keys(hidden)]
        .map((each) => `${given(cube, each)} AS ${columnOf(each)}`)
        .join(", ");
    }
    return sqlOf(cube, name, hidden) ?? fail(name);
  });
