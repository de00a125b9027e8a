import type { Language } from "../messages/catalogues.ts";

/** The few words that the grid says itself, to screen readers above all. Its own are English. */
export const gridWords = (language: Language): Readonly<Record<string, string>> =>
  language === "vi"
    ? {
        noRowsToShow: "Không có dòng nào",
        loadingOoo: "Đang tải…",
        ariaSortableColumn: "Nhấn Enter để sắp xếp",
        ariaHidden: "ẩn",
        ariaVisible: "hiện",
        ariaColumnGroup: "Nhóm cột",
        ariaColumn: "Cột",
      }
    : {};
