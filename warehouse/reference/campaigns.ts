/** A row of mart.dim_campaigns. */
export interface CampaignRow {
  campaign_code: string;
  name_vi: string;
  name_en: string;
  /** Subjects to clean at the end of this day are the campaign's cohort. */
  baseline_date: string;
  is_current: boolean;
  legal_basis: string;
}

/** Source: the Ministry's report on six months of Đề án 06, 2022-08-01, part II. */
export const campaigns: readonly CampaignRow[] = [
  {
    campaign_code: "de_an_06_2022",
    name_vi: "Làm sạch dữ liệu tiêm chủng COVID-19 (Đề án 06)",
    name_en: "Cleansing of COVID-19 vaccination data (Project 06)",
    baseline_date: "2022-03-24",
    is_current: true,
    legal_basis:
      "Văn bản ngày 24/3/2022 của Bộ Y tế đề nghị Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương chỉ đạo các cơ sở tiêm chủng “làm sạch” dữ liệu; Quyết định số 06/QĐ-TTg ngày 06/01/2022 của Thủ tướng Chính phủ",
  },
];
