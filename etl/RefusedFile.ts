import { UserError } from "../warehouse/UserError.ts";
import type { Sentence } from "./job.ts";

/** A file that cannot be read as its job's source. Nothing of it was loaded. Carries both languages; the command chooses. */
export class RefusedFile extends UserError {
  readonly sentence: Sentence;
  readonly remedy: Sentence;
  /** The file has a shape that the job knows, but lacks something only the command can give. */
  readonly isOfShape: boolean;

  constructor(sentence: Sentence, remedy: Sentence, cause?: unknown, isOfShape = false) {
    super(sentence.en, { fix: remedy.en, cause });
    this.name = "RefusedFile";
    this.sentence = sentence;
    this.remedy = remedy;
    this.isOfShape = isOfShape;
  }
}
