import { join } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files that start the whole product take longest, and one that came last would run alone while a core idles. */
export class LongFilesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const folder = join(this.ctx.config.root, "tests/");
    const startsProduct = ({ moduleId }: TestSpecification): boolean => moduleId.startsWith(folder);
    return [...sorted.filter(startsProduct), ...sorted.filter((file) => !startsProduct(file))];
  }
}
