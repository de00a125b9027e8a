import type { ModelView } from "../../compileModel.ts";
import { QuestionError } from "./QuestionError.ts";

/** A public member, as questions may use it. */
export interface Member {
  readonly kind: "measure" | "dimension";
  readonly type: "string" | "number" | "time";
}

/** Every public member by its full name, "vaccination.sex". */
export type MemberCatalogue = ReadonlyMap<string, Member>;

/** What questions may name, as the compiled model says. */
export const memberCatalogue = (model: readonly ModelView[]): MemberCatalogue =>
  new Map<string, Member>(
    model.flatMap(({ measures, dimensions }) => [
      ...measures.map(({ name, type }) => [name, { kind: "measure", type }] as const),
      ...dimensions.map(({ name, type }) => [name, { kind: "dimension", type }] as const),
    ]),
  );

/** "vaccination.sex" is "sex" of "vaccination". */
export const memberName = (name: string): string => name.slice(name.indexOf(".") + 1);
export const viewOfMember = (name: string): string => name.slice(0, name.indexOf("."));

/** @throws QuestionError for a name that no public member has */
export const memberNamed = (name: string, field: string, members: MemberCatalogue): Member => {
  const member = members.get(name);
  if (member !== undefined) return member;
  throw new QuestionError({
    field,
    message: `There is no member ${name}.`,
    fix: "name one that is listed at /cubejs-api/v1/meta and in docs/metrics.md",
  });
};
