import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { Command } from "commander";
import { describeError } from "../../warehouse/describeError.ts";
import { launchBrowser } from "../browser/launchBrowser.ts";
import { newSampleDir, startProduct } from "../startProduct.ts";
import { comparePictures, simplify } from "./comparePictures.ts";
import { everyPicture, takePicture } from "./takePicture.ts";

/** Pictures of every page as they were last accepted, and those of this run that differ. */
const accepted = join(import.meta.dirname, "accepted");
const found = join(import.meta.dirname, "found");

const program = new Command("look")
  .description(
    "Takes a picture of every page at three widths in both themes, and says which differ from those accepted.",
  )
  .option("--accept", "keep the pictures of this run as those accepted")
  .option("--only <name>", "those whose name begins so: vaccination, quality-390, …", "")
  .parse();
const { accept = false, only } = program.opts<{ accept?: true; only: string }>();
const write = (text: string): void => void process.stdout.write(`${text}\n`);

try {
  const dataDir = await newSampleDir();
  const product = await startProduct(dataDir);
  const browser = await launchBrowser();
  try {
    await rm(found, { recursive: true, force: true });
    await mkdir(accept ? accepted : found, { recursive: true });
    const pictures = (await everyPicture(product.url)).filter(({ name }) => name.startsWith(only));
    let differing = 0;
    for (const picture of pictures) {
      const file = `${picture.name}.png`;
      const taken = simplify(await takePicture(browser, product.url, picture));
      const before = await readFile(join(accepted, file)).catch(() => undefined);
      const difference = before === undefined ? "new" : comparePictures(before, taken);
      if (difference === null) continue;
      differing += 1;
      write(`${picture.name}: ${difference === "new" ? "new" : `${(100 * difference.share).toFixed(2)} % differ`}`);
      await writeFile(join(accept ? accepted : found, file), taken);
      if (!accept && difference !== "new" && difference.marked)
        await writeFile(join(found, `${picture.name}.marked.png`), difference.marked);
    }
    write(`${pictures.length} pictures, ${differing} ${accept ? "accepted anew" : "differ"}`);
    if (differing > 0 && !accept) {
      write(`See ${relative(process.cwd(), found)}; npm run look -- --accept keeps them.`);
      process.exitCode = 1;
    }
  } finally {
    await browser.close();
    await product.interrupt();
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
  }
} catch (error) {
  process.stderr.write(describeError(error));
  process.exitCode = 1;
}
