import { describe, expect, it } from "vitest";
import { ClaimXmlError, ClaimXmlReader } from "./ClaimXmlReader.ts";

const aClaim = (key: string, more = ""): string =>
  `<TONG_HOP><MA_LK>${key}</MA_LK><STT>1</STT><HO_TEN><![CDATA[Nguyễn Thị Bình]]></HO_TEN><SO_CCCD>001190000017</SO_CCCD>${more}<MA_CSKCB>01001</MA_CSKCB><NGAY_VAO>202204031520</NGAY_VAO></TONG_HOP>`;
const aFile = (kind: string, content: string): string =>
  `<FILEHOSO><LOAIHOSO>${kind}</LOAIHOSO><NOIDUNGFILE>${content}</NOIDUNGFILE></FILEHOSO>`;
const base64 = (text: string): string => Buffer.from(text, "utf8").toString("base64");
const envelope = (...files: string[]): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n<GIAMDINHHS><THONGTINDONVI><MACSKCB>01001</MACSKCB></THONGTINDONVI><THONGTINHOSO><NGAYLAP>20220405</NGAYLAP><SOLUONGHOSO>1</SOLUONGHOSO><DANHSACHHOSO>${files.map((file) => `<HOSO>${file}</HOSO>`).join("")}</DANHSACHHOSO></THONGTINHOSO><CHUKYDONVI/></GIAMDINHHS>`;
const read = (xml: string, pieces = 1) => {
  const reader = new ClaimXmlReader();
  const length = Math.ceil(xml.length / pieces);
  const rows = Array.from({ length: pieces }, (_, index) =>
    reader.write(xml.slice(index * length, (index + 1) * length)),
  );
  return [...rows.flat(), ...reader.end()];
};
const claim = (key: string) => ({ ma_lk: key, ma_cskcb: "01001", ngay_vao: "202204031520" });

describe("ClaimXmlReader", () => {
  it("reads claims in base64 among files of other tables, whole or piece by piece, and nothing of the patient", () => {
    const xml = envelope(
      aFile("XML1", base64(`<?xml version="1.0"?>${aClaim("LK1")}`)) +
        aFile("XML2", base64("<CHITIEU_CHITIET_THUOC><MA_LK>LK1</MA_LK></CHITIEU_CHITIET_THUOC>")),
      aFile("XML1", `\n  ${base64(aClaim("LK2")).replace(/(.{40})/g, "$1\n")}\n`),
    );
    expect(read(xml)).toEqual([claim("LK1"), claim("LK2")]);
    expect(read(xml, 97)).toEqual([claim("LK1"), claim("LK2")]);
  });

  it("reads claims that stand as elements, alone, in a list or within their file", () => {
    expect(read(aClaim("LK&amp;1"))).toEqual([claim("LK&1")]);
    expect(read(`<DSACH>${aClaim("LK1")}${aClaim("LK2")}</DSACH>`)).toEqual([claim("LK1"), claim("LK2")]);
    expect(read(envelope(aFile("XML1", aClaim("LK3"))))).toEqual([claim("LK3")]);
  });

  it("gives a claim without columns for a file that cannot be decoded, so that it is not lost", () => {
    const files = [
      "",
      base64("không phải XML"),
      base64("<TONG_HOP><MA_LK>1</TONG_HOP>"),
      "*** không phải base64 ***",
      "/////w==",
    ];
    expect(read(envelope(...files.map((content) => aFile("XML1", content))))).toEqual([{}, {}, {}, {}, {}]);
  });

  it("gives one for a dossier without the file of kind XML1, too, and for a claim that tells a column twice", () => {
    expect(read(envelope(aFile("XML2", base64("<CHITIEU/>")), aFile("XML1", aClaim("LK1")), ""))).toEqual([
      ...[{}, claim("LK1"), {}],
    ]);
    expect(read(aClaim("LK1", "<NGAY_VAO>202204041520</NGAY_VAO>"))).toEqual([{}]);
    expect(read(aClaim("LK1", "<NGAY_VAO>202204031520</NGAY_VAO>"))).toEqual([claim("LK1")]);
  });

  it("refuses a document type, outside or within a file, and entities of its own", () => {
    const bomb = '<!DOCTYPE TONG_HOP [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>';
    const reasonOf = (xml: string): string => {
      try {
        read(xml);
      } catch (error) {
        if (error instanceof ClaimXmlError) return error.reason;
        throw error;
      }
      return "none";
    };
    expect(reasonOf(`${bomb}${aClaim("&b;")}`)).toBe("document_type");
    expect(reasonOf('<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>')).toBe("document_type");
    expect(reasonOf(envelope(aFile("XML1", base64(`${bomb}${aClaim("1")}`))))).toBe("document_type");
    expect(reasonOf(aClaim("&b;"))).toBe("broken");
    expect(reasonOf("<GIAMDINHHS><THONGTINHOSO>")).toBe("broken");
    expect(reasonOf(aFile("XML1", "A".repeat(16 * 1024 * 1024 + 1)))).toBe("too_long");
  });
});
