export type TextFaultKind =
  | "not_utf8"
  | "font_text"
  | "unclosed_quote"
  | "swallowed_rows"
  | "text_after_quote"
  | "json_goes_on";

/** What a stage that reads text found wrong on the way, at a place of the text as it passes there: bytes, decompressed. */
export class TextFault extends Error {
  readonly kind: TextFaultKind;
  readonly offset: number;
  /** Text around the place, byte for byte: enough to find in which encoding it was written. Never shown. */
  readonly sample: Buffer;

  constructor(kind: TextFaultKind, offset: number, sample: Buffer = Buffer.alloc(0)) {
    super(`${kind} at byte ${offset}`);
    this.name = "TextFault";
    this.kind = kind;
    this.offset = offset;
    this.sample = sample;
  }
}
