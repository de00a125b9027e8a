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

/** Where the rows of some kinds begin and end, as comments that the driver reads (answer/withoutUnasked.ts). */
const whenSql = (
  cube: string,
  name: string,
  wanted: readonly string[],
  hidden: Readonly<Record<string, HiddenSource>>,
): string | undefined => {
  const known = hidden[name]?.all ?? [];
  return wanted.every((each) => known.includes(each))
    ? `/* when ${given(cube, name)} has ${wanted.join(",")} */`
    : undefined;
};

/**
 * The SQL of a cube's rows with the hidden members in the place of their short names: $publication is the number, $period the text of
 * points, $kinds and the like the array of what was asked for, $grain a text; $hidden is a column of each of them. What stands between
 * $when(kinds, a, b) and $end is sent only where one of these is asked for.
 * @param fail is called with a short name that stands for nothing
 */
export const expandSql = (
  sql: string,
  cube: string,
  hidden: Readonly<Record<string, HiddenSource>>,
  fail: (name: string) => never,
): string => {
  // One after another, none within another: the driver reads them so.
  const ends = sql.match(/\$(when|end)\b/g) ?? [];
  const stray =
    ends.find((word, i) => word !== (i % 2 === 0 ? "$when" : "$end")) ?? ends[ends.length - (ends.length % 2)];
  if (stray !== undefined) fail(stray.slice(1));
  return sql.replace(
    /\$when\((\w+), ([\w, ]+)\)|\$(\w+)/g,
    (_, of: string | undefined, wanted: string, name: string) => {
      if (of !== undefined) return whenSql(cube, of, wanted.split(/, */), hidden) ?? fail(`when(${of}, ${wanted})`);
      if (name === "end") return "/* end */";
      if (name === "hidden") {
        return [...ofEveryCube, ...Object.keys(hidden)]
          .map((each) => `${given(cube, each)} AS ${columnOf(each)}`)
          .join(", ");
      }
      return sqlOf(cube, name, hidden) ?? fail(name);
    },
  );
};
