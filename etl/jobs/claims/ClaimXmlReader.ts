import { SaxesParser } from "saxes";
import type { SourceRow } from "../../job.ts";
import { claimColumns } from "./claimColumns.ts";

/** Larger than any claim's file of table 1 is. */
const longestText = 16 * 1024 * 1024;

const wanted = new Map(claimColumns.map(({ name }) => [name.toUpperCase(), name]));

/** XML that is not read: broken, or with a document type, from which entities could grow without bound or read other files. */
export class ClaimXmlError extends Error {
  readonly reason: "broken" | "document_type" | "too_long";
  readonly line: number;

  constructor(reason: ClaimXmlError["reason"], line: number) {
    super(`claims' XML: ${reason} at line ${line}`);
    this.name = "ClaimXmlError";
    this.reason = reason;
    this.line = line;
  }
}

const decode = (base64: string): string =>
  new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(base64.replace(/\s+/g, ""), "base64"));

/**
 * Reads claims from the XML that facilities send, piece by piece: elements TONG_HOP, as such or within files of kind XML1 in
 * base64 (GIAMDINHHS › THONGTINHOSO › DANHSACHHOSO › HOSO › FILEHOSO › LOAIHOSO, NOIDUNGFILE). Of a claim only the columns of the
 * job are taken up. A file of kind XML1 that cannot be decoded is a claim without any column, and so are a HOSO without one and a
 * claim that tells one column twice, otherwise.
 */
export class ClaimXmlReader {
  readonly #parser = new SaxesParser();
  readonly #isWithinFile: boolean;
  #rows: SourceRow[] = [];
  #claim: Record<string, string> | undefined;
  #text: string | undefined;
  #kind = "";
  #content = "";
  #claimsOfFile = 0;
  #claimsOfDossier = 0;
  #isContradictory = false;

  constructor(isWithinFile = false) {
    this.#isWithinFile = isWithinFile;
    const fail = (reason: ClaimXmlError["reason"]): never => {
      throw new ClaimXmlError(reason, this.#parser.line);
    };
    this.#parser.on("error", () => fail("broken"));
    this.#parser.on("doctype", () => fail("document_type"));
    this.#parser.on("opentag", ({ name }) => this.#open(name));
    this.#parser.on("closetag", ({ name }) => this.#close(name));
    const add = (text: string): void => {
      if (this.#text === undefined) return;
      this.#text += text;
      if (this.#text.length > longestText) fail("too_long");
    };
    this.#parser.on("text", add);
    this.#parser.on("cdata", add);
  }

  /** @returns claims that are complete by now */
  write(text: string): SourceRow[] {
    this.#parser.write(text);
    return this.#taken();
  }

  /** @throws ClaimXmlError if the document is not complete */
  end(): SourceRow[] {
    this.#parser.close();
    return this.#taken();
  }

  #taken(): SourceRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  #open(name: string): void {
    if (name === "TONG_HOP") [this.#claim, this.#isContradictory] = [{}, false];
    else if (name === "HOSO") this.#claimsOfDossier = 0;
    else if (name === "FILEHOSO") [this.#kind, this.#content, this.#claimsOfFile] = ["", "", 0];
    const isRead = this.#claim === undefined ? name === "LOAIHOSO" || name === "NOIDUNGFILE" : wanted.has(name);
    this.#text = isRead ? "" : undefined;
  }

  #close(name: string): void {
    const text = this.#text?.trim() ?? "";
    this.#text = undefined;
    const column = wanted.get(name);
    if (name === "TONG_HOP" && this.#claim !== undefined) {
      this.#add(this.#isContradictory ? {} : this.#claim);
      this.#claim = undefined;
    } else if (this.#claim !== undefined) {
      if (column === undefined) return;
      this.#isContradictory ||= (this.#claim[column] ?? text) !== text;
      this.#claim[column] = text;
    } else if (name === "HOSO") {
      if (this.#claimsOfDossier === 0) this.#add({});
    } else if (name === "LOAIHOSO") this.#kind = text.toUpperCase();
    else if (name === "NOIDUNGFILE") this.#content = text;
    else if (name === "FILEHOSO" && this.#kind === "XML1" && !this.#isWithinFile) this.#readFile();
  }

  #add(...claims: readonly SourceRow[]): void {
    this.#rows.push(...claims);
    this.#claimsOfFile += claims.length;
    this.#claimsOfDossier += claims.length;
  }

  /** The file may hold its claim as elements instead, which then has been read already. */
  #readFile(): void {
    if (this.#claimsOfFile > 0 && this.#content === "") return;
    try {
      const inner = new ClaimXmlReader(true);
      const rows = [...inner.write(decode(this.#content)), ...inner.end()];
      this.#add(...(rows.length > 0 ? rows : [{}]));
    } catch (error) {
      // A document type is no slip: the whole file is refused.
      if (error instanceof ClaimXmlError && error.reason !== "broken")
        throw new ClaimXmlError(error.reason, this.#parser.line);
      this.#add({});
    }
  }
}
