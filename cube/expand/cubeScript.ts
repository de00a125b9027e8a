/** A file as Cube takes it. */
export interface CubeScript {
  readonly fileName: string;
  readonly content: string;
}

/** SQL with members in braces, as a template of JavaScript with them. */
const template = (sql: string): string =>
  `\`${sql.replace(/[\\`]/g, "\\$&").replace(/\{([^{}]*)\}/g, (_, member: string) => `\${${member}}`)}\``;

const written = (value: unknown, key = ""): string => {
  if (key === "sql") return template(String(value));
  if (typeof value !== "object" || value === null || Array.isArray(value)) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return `{${entries.map(([name, each]) => `${JSON.stringify(name)}:${written(each, name)}`).join(",")}}`;
};

/**
 * A cube and its view in JavaScript, which Cube reads several times faster than YAML: of YAML it parses every text as an expression of
 * Python (docs/decisions/0006 has the figures).
 */
export const cubeScript = ({
  name,
  definition,
  view: { members, ...view },
}: {
  readonly name: string;
  readonly definition: object;
  readonly view: { readonly name: string; readonly members: readonly string[] } & Readonly<Record<string, unknown>>;
}): CubeScript => ({
  fileName: `${view.name}.js`,
  content: [
    `cube(${JSON.stringify(name)}, ${written(definition)});`,
    `view(${JSON.stringify(view.name)}, ${written({ ...view, name: undefined }).slice(0, -1)},"cubes":[{joinPath: ${name}, includes: ${JSON.stringify(members)}}]});`,
  ].join("\n"),
});
