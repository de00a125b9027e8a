import { type CubeScript, cubeScript } from "./cubeScript.ts";
import { type ExpandedMember, expandDimensions, expandMeasures } from "./expandMembers.ts";
import { columnOf, expandSql, ofEveryCube } from "./expandSql.ts";
import { expandWords, sharedWords } from "./expandWords.ts";
import { ModelError } from "./ModelError.ts";
import {
  type CubeSource,
  type HiddenSource,
  type ModelFile,
  parseModelFile,
  type ViewSource,
} from "./parseModelFile.ts";

/** A public view, as the server has to know it. */
export interface ExpandedView {
  /** The private cube that has its hidden members. */
  readonly cube: string;
  readonly hidden: Readonly<Record<string, HiddenSource>>;
  readonly measures: readonly ExpandedMember[];
  readonly dimensions: readonly ExpandedMember[];
}

export interface ExpandedModel {
  readonly views: Readonly<Record<string, ExpandedView>>;
  /** What Cube compiles. */
  readonly scripts: readonly CubeScript[];
}

/** A cube with those it extends, the farthest first. */
const lineageOf = (cube: CubeSource, cubes: ReadonlyMap<string, CubeSource>): CubeSource[] => {
  if (cube.extends === undefined) return [cube];
  const parent = cubes.get(cube.extends);
  if (parent === undefined) {
    throw new ModelError(
      cube.lineOf("extends"),
      `${cube.name} extends ${cube.extends}, which is no cube`,
      "name a cube",
    );
  }
  return [...lineageOf(parent, cubes), cube];
};

const uniqueNames = (members: readonly { member: { name: string }; where: string }[]): void => {
  const seen = new Set<string>();
  for (const { member, where } of members) {
    if (seen.has(member.name))
      throw new ModelError(where, `${member.name} is there twice`, "give one of them another name");
    seen.add(member.name);
  }
};

const wrongArguments = (where: string, name: string): never => {
  throw new ModelError(where, `$${name} is given other arguments than it takes`, `write ${sharedWords.join(", ")}`);
};

const unknownWord = (where: string, name: string, known: readonly string[]): never => {
  const fix = `use one of ${known.map((each) => `$${each}`).join(", ")}`;
  throw new ModelError(where, `$${name} stands for nothing here`, fix);
};

/** A member with what the words in its texts stand for. */
const withWords = <Member extends object>(member: Member, where: string): Member =>
  Object.assign(
    { ...member },
    ...Object.entries(member).map(([key, value]) => {
      if (typeof value !== "string") return {};
      const text = expandWords(value, (name) => wrongArguments(where, name));
      const unknown = /\$(\w+)/.exec(text)?.[1];
      return unknown === undefined ? { [key]: text } : unknownWord(where, unknown, sharedWords);
    }),
  );

const expandView = (
  view: ViewSource,
  cubes: ReadonlyMap<string, CubeSource>,
  everyHidden: ReadonlySet<string>,
): ExpandedView & { sql: string; excludes: readonly string[] } => {
  const cube = cubes.get(view.cube);
  if (cube === undefined)
    throw new ModelError(view.where, `${view.name} shows ${view.cube}, which is no cube`, "name a cube");
  const lineage = lineageOf(cube, cubes);
  const hidden = Object.assign({}, ...lineage.map((each) => each.hidden ?? {}));
  const measures = lineage.flatMap((each) =>
    (each.measures ?? []).map((member, i) => ({
      ...{ member: withWords({ ...each.measure_defaults, ...member }, each.lineOf("measures", i)) },
      ...{ cube: each, where: each.lineOf("measures", i) },
    })),
  );
  const dimensions = lineage.flatMap((each) =>
    (each.dimensions ?? []).map((member, i) => ({
      ...{ member: withWords({ ...each.dimension_defaults, ...member }, each.lineOf("dimensions", i)) },
      ...{ cube: each, where: each.lineOf("dimensions", i) },
    })),
  );
  uniqueNames([...dimensions, ...measures]);
  const { excludes = [] } = view;
  const stray = excludes.find((name) => ![...dimensions, ...measures].some(({ member }) => member.name === name));
  if (stray !== undefined)
    throw new ModelError(view.where, `${view.name} excludes ${stray}, which is no member`, "leave it out");
  const written = lineage.findLast((each) => each.sql !== undefined);
  if (written?.sql === undefined) throw new ModelError(cube.lineOf(), `${cube.name} has no rows`, 'add "sql:"');
  return {
    cube: cube.name,
    hidden,
    measures: expandMeasures(
      measures,
      dimensions.map(({ member }) => member),
      hidden,
      everyHidden,
    ),
    dimensions: expandDimensions(dimensions, hidden, everyHidden),
    excludes,
    sql: expandSql(
      expandWords(written.sql, (name) => wrongArguments(written.lineOf("sql"), name)),
      cube.name,
      hidden,
      (name) =>
        unknownWord(written.lineOf("sql"), name, [
          ...["hidden", ...ofEveryCube, ...Object.keys(hidden), ...sharedWords],
        ]),
    ),
  };
};

const definitionsOf = (members: readonly ExpandedMember[]): Record<string, unknown> =>
  Object.fromEntries(members.map(({ name, definition }) => [name, definition]));

const hiddenDimensions = (hidden: ExpandedView["hidden"]): Record<string, unknown> =>
  Object.fromEntries(
    [...ofEveryCube, ...Object.keys(hidden)].map((name) => [
      name,
      { type: "string", public: false, sql: `toString({CUBE}.${columnOf(name)})` },
    ]),
  );

/**
 * The model as it is written, with everything that it does not repeat: one cube for each view, with what it extends, defaults and hidden
 * members put in. Pure.
 * @throws ModelError naming file, line and member
 */
export const expandModel = (files: readonly ModelFile[]): ExpandedModel => {
  const parsed = files.map(parseModelFile);
  const cubes = new Map(parsed.flatMap((file) => file.cubes).map((cube) => [cube.name, cube]));
  const everyHidden = new Set([...cubes.values()].flatMap(({ hidden = {} }) => Object.keys(hidden)));
  const expanded = parsed
    .flatMap((file) => file.views)
    .map((source) => ({ source, ...expandView(source, cubes, everyHidden) }));
  return {
    views: Object.fromEntries(
      expanded.map(({ source, cube, hidden, measures, dimensions, excludes }) => {
        const shown = ({ name }: ExpandedMember): boolean => !excludes.includes(name);
        return [source.name, { cube, hidden, measures: measures.filter(shown), dimensions: dimensions.filter(shown) }];
      }),
    ),
    scripts: expanded.map(({ source, cube, hidden, measures, dimensions, excludes, sql }) =>
      cubeScript({
        name: cube,
        definition: {
          public: false,
          sql,
          // Only a change of the publication number makes an answer old, and that number is part of the question.
          refreshKey: { every: "1 day" },
          dimensions: { ...hiddenDimensions(hidden), ...definitionsOf(dimensions) },
          measures: definitionsOf(measures),
        },
        view: {
          name: source.name,
          title: source.title,
          description: source.description,
          meta: { title_en: source.title_en, description_en: source.description_en },
          members: [...dimensions, ...measures].map(({ name }) => name).filter((name) => !excludes.includes(name)),
        },
      }),
    ),
  };
};
