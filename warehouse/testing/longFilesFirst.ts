import { join } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** As many other files keep the other processes busy while the first one loads the product's sample. */
const meanwhile = 12;

/**
 * Files that start the whole product take longest, and one that came last would run alone while a core idles: one of them comes
 * first, and loads the sample; the others, which need it, when it is there.
 */
export class LongFilesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const folder = join(this.ctx.config.root, "tests/");
    const startsProduct = ({ moduleId }: TestSpecification): boolean => moduleId.startsWith(folder);
    const [first, ...products] = sorted.filter(startsProduct);
    const others = sorted.filter((file) => !startsProduct(file));
    return [...(first ? [first] : []), ...others.slice(0, meanwhile), ...products, ...others.slice(meanwhile)];
  }
}
