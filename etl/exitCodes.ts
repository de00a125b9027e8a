import type { Sentence } from "./job.ts";

/** What the command's exit code means to a script. */
export const exitCodes = {
  done: 0,
  failed: 1,
  usage: 2,
  refused: 3,
  held: 4,
  interrupted: 130,
} as const;

export const exitCodeMeanings: Readonly<Record<keyof typeof exitCodes, Sentence>> = {
  done: {
    vi: "đã công bố, không đổi, hoặc chạy thử không có vướng mắc",
    en: "published, unchanged, or a dry run that holds nothing back",
  },
  failed: {
    vi: "chưa nạp gì, không do tệp: kho dữ liệu, đĩa, lỗi chương trình",
    en: "nothing was loaded, for a reason that is not the file's: the warehouse, the disk, a fault of the program",
  },
  usage: { vi: "không hiểu câu lệnh", en: "the command cannot be understood" },
  refused: {
    vi: "không đọc được tệp; thông báo nêu nguyên nhân và cách xử lý",
    en: "the file cannot be read as this source; the message names the cause and the fix",
  },
  held: {
    vi: "đọc được tệp, nhưng không dòng nào được chấp nhận hoặc lô mất quá nhiều dòng: giữ nguyên lô cũ (chạy thử cũng báo như vậy)",
    en: "the file was read, but no row is accepted, or far fewer than its batch has: the earlier batch stays (a dry run tells the same)",
  },
  interrupted: { vi: "bị ngắt; chưa nạp gì", en: "ended by a signal; nothing was loaded" },
};

/** Each code with its meaning, in their order. */
export const listExitCodes = (): { readonly code: number; readonly meaning: Sentence }[] =>
  Object.entries(exitCodeMeanings).flatMap(([name, meaning]) =>
    Object.entries(exitCodes).flatMap(([other, code]) => (other === name ? [{ code, meaning }] : [])),
  );
