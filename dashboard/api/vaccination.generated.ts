// Generated from cube/model by `npm run docs`. Do not edit.
export interface MeasureMeta {
  title_vi: string;
  title_en: string;
  description_vi: string;
  description_en: string;
  numerator: string;
  denominator: string | null;
  unit: "dose" | "subject" | "person" | "percent" | "per_day" | "date";
  additive: boolean;
  better: "up" | "down" | "none";
  missing: "gap" | "zero";
  target: { value: number; legal_basis: string } | null;
  source: string;
}

export interface DimensionMeta {
  type: "string" | "number" | "time";
  title_vi: string;
  title_en: string;
  description_vi: string;
  description_en: string;
}

export const vaccinationMeasures = {
  "vaccination.doses_administered": {
    "title_vi": "Số mũi đã tiêm",
    "title_en": "Doses administered",
    "description_vi": "Tổng số mũi các tỉnh báo cáo đã tiêm, cộng dồn từ đầu chiến dịch.",
    "description_en": "Doses given according to the provinces' reports, cumulative.",
    "numerator": "mũi tỉnh báo cáo đã tiêm",
    "denominator": null,
    "unit": "dose",
    "additive": true,
    "better": "up",
    "missing": "gap",
    "target": null,
    "source": "Báo cáo tiêm chủng của các tỉnh"
  },
  "vaccination.doses_recorded": {
    "title_vi": "Số mũi đã ghi nhận",
    "title_en": "Doses recorded",
    "description_vi": "Số mũi đã nhập lên Nền tảng quản lý tiêm chủng, tính theo ngày nhập.",
    "description_en": "Doses entered on the vaccination platform, by day of entry.",
    "numerator": "mũi đã nhập",
    "denominator": null,
    "unit": "dose",
    "additive": true,
    "better": "up",
    "missing": "gap",
    "target": null,
    "source": "Nền tảng quản lý tiêm chủng"
  },
  "vaccination.doses_not_entered": {
    "title_vi": "Số mũi đã tiêm chưa nhập",
    "title_en": "Doses not entered",
    "description_vi": "Số mũi đã tiêm trừ số mũi đã ghi nhận. Âm khi nền tảng có nhiều hơn báo cáo của tỉnh.",
    "description_en": "Administered minus recorded. Negative where the platform holds more than the province reports.",
    "numerator": "doses_administered - doses_recorded",
    "denominator": null,
    "unit": "dose",
    "additive": true,
    "better": "down",
    "missing": "gap",
    "target": null,
    "source": "Báo cáo của các tỉnh và Nền tảng quản lý tiêm chủng"
  },
  "vaccination.entry_completeness": {
    "title_vi": "Tỷ lệ nhập liệu",
    "title_en": "Entry completeness",
    "description_vi": "Số mũi đã ghi nhận chia cho số mũi đã tiêm. Có thể trên 100 %.",
    "description_en": "Recorded ÷ administered. May exceed 1.",
    "numerator": "doses_recorded",
    "denominator": "doses_administered",
    "unit": "percent",
    "additive": false,
    "better": "up",
    "missing": "gap",
    "target": null,
    "source": "Báo cáo của các tỉnh và Nền tảng quản lý tiêm chủng"
  },
  "vaccination.subjects_recorded": {
    "title_vi": "Số đối tượng đã ghi nhận",
    "title_en": "Subjects recorded",
    "description_vi": "Số người có ít nhất một mũi đã nhập lên nền tảng.",
    "description_en": "People with at least one dose entered on the platform.",
    "numerator": "đối tượng có mũi đã nhập",
    "denominator": null,
    "unit": "subject",
    "additive": true,
    "better": "up",
    "missing": "gap",
    "target": null,
    "source": "Nền tảng quản lý tiêm chủng"
  },
  "vaccination.subjects_sent": {
    "title_vi": "Số đối tượng đã gửi xác thực",
    "title_en": "Subjects sent",
    "description_vi": "Số đối tượng đã gửi sang Cơ sở dữ liệu quốc gia về dân cư.",
    "description_en": "Subjects sent to the National Population Database.",
    "numerator": "đối tượng có mũi đã gửi",
    "denominator": null,
    "unit": "subject",
    "additive": true,
    "better": "up",
    "missing": "gap",
    "target": null,
    "source": "Nền tảng quản lý tiêm chủng"
  },
  "vaccination.doses_sent": {
    "title_vi": "Số mũi đã gửi xác thực",
    "title_en": "Doses sent",
    "description_vi": "Số mũi đã gửi sang Cơ sở dữ liệu quốc gia về dân cư.",
    "description_en": "Doses sent to the National Population Database.",
    "numerator": "mũi đã gửi",
    "denominator": null,
    "unit": "dose",
    "additive": true,
    "better": "up",
    "missing": "gap",
    "target": null,
    "source": "Nền tảng quản lý tiêm chủng"
  },
  "vaccination.subjects_not_sent": {
    "title_vi": "Số đối tượng chưa gửi",
    "title_en": "Subjects not sent",
    "description_vi": "Số đối tượng đã ghi nhận trừ số đối tượng đã gửi.",
    "description_en": "Subjects recorded minus subjects sent.",
    "numerator": "subjects_recorded - subjects_sent",
    "denominator": null,
    "unit": "subject",
    "additive": true,
    "better": "down",
    "missing": "gap",
    "target": null,
    "source": "Nền tảng quản lý tiêm chủng"
  },
  "vaccination.doses_not_sent": {
    "title_vi": "Số mũi chưa gửi",
    "title_en": "Doses not sent",
    "description_vi": "Số mũi đã ghi nhận trừ số mũi đã gửi.",
    "description_en": "Doses recorded minus doses sent.",
    "numerator": "doses_recorded - doses_sent",
    "denominator": null,
    "unit": "dose",
    "additive": true,
    "better": "down",
    "missing": "gap",
    "target": null,
    "source": "Nền tảng quản lý tiêm chủng"
  },
  "vaccination.subjects_with_id": {
    "title_vi": "Số đối tượng có giấy tờ",
    "title_en": "Subjects with ID",
    "description_vi": "Số đối tượng đã gửi có số CCCD (12 số) hoặc CMTND (9 số) đúng định dạng.",
    "description_en": "Subjects sent with a well-formed CCCD (12 digits) or CMTND (9 digits).",
    "numerator": "đối tượng đã gửi có CCCD hoặc CMTND",
    "denominator": null,
    "unit": "subject",
    "additive": true,
    "better": "up",
    "missing": "gap",
    "target": null,
    "source": "Nền tảng quản lý tiêm chủng"
  },
  "vaccination.subjects_without_id": {
    "title_vi": "Số đối tượng không có giấy tờ",
    "title_en": "Subjects without ID",
    "description_vi": "Số đối tượng đã gửi không có hoặc sai định dạng CCCD/CMTND.",
    "description_en": "Subjects sent without an ID or with a malformed one.",
    "numerator": "đối tượng đã gửi không có hoặc sai định dạng CCCD/CMTND",
    "denominator": null,
    "unit": "subject",
    "additive": true,
    "better": "down",
    "missing": "gap",
    "target": null,
    "source": "Nền tảng quản lý tiêm chủng"
  },
  "vaccination.subjects_verified": {
    "title_vi": "Số đối tượng xác thực đúng",
    "title_en": "Subjects verified",
    "description_vi": "Số đối tượng có kết quả xác thực gần nhất là đúng.",
    "description_en": "Subjects whose latest result is right.",
    "numerator": "đối tượng xác thực đúng",
    "denominator": null,
    "unit": "subject",
    "additive": true,
    "better": "up",
    "missing": "gap",
    "target": null,
    "source": "Kết quả xác thực của CSDLQG về dân cư"
  },
  "vaccination.doses_verified": {
    "title_vi": "Số mũi xác thực đúng",
    "title_en": "Doses verified",
    "description_vi": "Số mũi đã gửi của đối tượng xác thực đúng.",
    "description_en": "Sent doses of subjects verified right.",
    "numerator": "mũi của đối tượng xác thực đúng",
    "denominator": null,
    "unit": "dose",
    "additive": true,
    "better": "up",
    "missing": "gap",
    "target": null,
    "source": "Kết quả xác thực của CSDLQG về dân cư"
  },
  "vaccination.verified_subject_rate": {
    "title_vi": "Tỷ lệ đối tượng xác thực đúng",
    "title_en": "Verified-subject rate",
    "description_vi": "Đối tượng xác thực đúng chia cho đối tượng đã gửi.",
    "description_en": "Subjects verified ÷ subjects sent.",
    "numerator": "subjects_verified",
    "denominator": "subjects_sent",
    "unit": "percent",
    "additive": false,
    "better": "up",
    "missing": "gap",
    "target": null,
    "source": "Kết quả xác thực của CSDLQG về dân cư"
  },
  "vaccination.verified_dose_rate": {
    "title_vi": "Tỷ lệ mũi tiêm đã xác thực đúng",
    "title_en": "Verified-dose rate",
    "description_vi": "Mũi của đối tượng xác thực đúng chia cho mũi đã gửi. Không tính mũi chưa gửi.",
    "description_en": "Doses verified ÷ doses sent. Doses not sent do not count.",
    "numerator": "doses_verified",
    "denominator": "doses_sent",
    "unit": "percent",
    "additive": false,
    "better": "up",
    "missing": "gap",
    "target": null,
    "source": "Kết quả xác thực của CSDLQG về dân cư"
  },
  "vaccination.subjects_wrong": {
    "title_vi": "Số đối tượng sai thông tin",
    "title_en": "Subjects wrong",
    "description_vi": "Số đối tượng thuộc năm lớp sai (ngày sinh, họ tên, họ tên và ngày sinh, số định danh không có, sai khác).",
    "description_en": "Subjects in the five classes of wrong (birth date, name, both, ID not found, other).",
    "numerator": "đối tượng thuộc năm lớp sai",
    "denominator": null,
    "unit": "subject",
    "additive": true,
    "better": "down",
    "missing": "gap",
    "target": null,
    "source": "Kết quả xác thực của CSDLQG về dân cư"
  },
  "vaccination.doses_wrong": {
    "title_vi": "Số mũi sai thông tin",
    "title_en": "Doses wrong",
    "description_vi": "Số mũi đã gửi của đối tượng thuộc năm lớp sai.",
    "description_en": "Sent doses of subjects in the five classes of wrong.",
    "numerator": "mũi của đối tượng thuộc năm lớp sai",
    "denominator": null,
    "unit": "dose",
    "additive": true,
    "better": "down",
    "missing": "gap",
    "target": null,
    "source": "Kết quả xác thực của CSDLQG về dân cư"
  },
  "vaccination.subjects_unverifiable": {
    "title_vi": "Số đối tượng không xác minh được",
    "title_en": "Subjects unverifiable",
    "description_vi": "Số đối tượng không có giấy tờ, sai định dạng, hoặc đủ thông tin mà không khớp ai.",
    "description_en": "Subjects with no ID, a malformed one, or all data but no match.",
    "numerator": "đối tượng thuộc ba lớp không xác minh được",
    "denominator": null,
    "unit": "subject",
    "additive": true,
    "better": "down",
    "missing": "gap",
    "target": null,
    "source": "Kết quả xác thực của CSDLQG về dân cư"
  },
  "vaccination.doses_unverifiable": {
    "title_vi": "Số mũi không xác minh được",
    "title_en": "Doses unverifiable",
    "description_vi": "Số mũi đã gửi của đối tượng không xác minh được.",
    "description_en": "Sent doses of unverifiable subjects.",
    "numerator": "mũi của đối tượng không xác minh được",
    "denominator": null,
    "unit": "dose",
    "additive": true,
    "better": "down",
    "missing": "gap",
    "target": null,
    "source": "Kết quả xác thực của CSDLQG về dân cư"
  },
  "vaccination.subjects_to_clean": {
    "title_vi": "Số đối tượng cần làm sạch",
    "title_en": "Subjects to clean",
    "description_vi": "Đối tượng sai thông tin cộng đối tượng không xác minh được.",
    "description_en": "Wrong plus unverifiable subjects.",
    "numerator": "subjects_wrong + subjects_unverifiable",
    "denominator": null,
    "unit": "subject",
    "additive": true,
    "better": "down",
    "missing": "gap",
    "target": null,
    "source": "Kết quả xác thực của CSDLQG về dân cư"
  },
  "vaccination.doses_to_clean": {
    "title_vi": "Số mũi cần làm sạch",
    "title_en": "Doses to clean",
    "description_vi": "Số mũi đã gửi của đối tượng cần làm sạch.",
    "description_en": "Sent doses of subjects to clean.",
    "numerator": "doses_wrong + doses_unverifiable",
    "denominator": null,
    "unit": "dose",
    "additive": true,
    "better": "down",
    "missing": "gap",
    "target": null,
    "source": "Kết quả xác thực của CSDLQG về dân cư"
  },
  "vaccination.subjects_pending": {
    "title_vi": "Số đối tượng chờ kết quả",
    "title_en": "Subjects pending",
    "description_vi": "Số đối tượng đã gửi chưa có kết quả xác thực.",
    "description_en": "Subjects sent that have no result yet.",
    "numerator": "đối tượng đã gửi chưa có kết quả",
    "denominator": null,
    "unit": "subject",
    "additive": true,
    "better": "down",
    "missing": "gap",
    "target": null,
    "source": "Kết quả xác thực của CSDLQG về dân cư"
  },
  "vaccination.doses_pending": {
    "title_vi": "Số mũi chờ kết quả",
    "title_en": "Doses pending",
    "description_vi": "Số mũi đã gửi của đối tượng chưa có kết quả xác thực.",
    "description_en": "Sent doses of subjects that have no result yet.",
    "numerator": "mũi của đối tượng chưa có kết quả",
    "denominator": null,
    "unit": "dose",
    "additive": true,
    "better": "down",
    "missing": "gap",
    "target": null,
    "source": "Kết quả xác thực của CSDLQG về dân cư"
  },
  "vaccination.cleansing_progress": {
    "title_vi": "Tiến độ làm sạch",
    "title_en": "Cleansing progress",
    "description_vi": "1 − số còn cần làm sạch chia cho số cần làm sạch tại mốc của đợt, chỉ tính trên đối tượng thuộc mốc. Đối tượng sai lại và đối tượng mới cần làm sạch xem ở hai chỉ số riêng. Chưa có trước ngày sau mốc.",
    "description_en": "1 − still to clean ÷ to clean at the campaign's baseline, among the baseline's own people. Relapses and newcomers are measures of their own. Missing until the day after the baseline.",
    "numerator": "baseline_subjects - baseline_subjects_to_clean",
    "denominator": "baseline_subjects",
    "unit": "percent",
    "additive": false,
    "better": "up",
    "missing": "gap",
    "target": {
      "value": 1,
      "legal_basis": "Quyết định 2491/QĐ-BYT ngày 13/06/2023, mục II: 100 % dữ liệu tiêm chủng COVID-19 được làm sạch (trừ đối tượng không có hoặc sai định dạng giấy tờ, sai thông tin cá nhân)"
    },
    "source": "Kết quả xác thực của CSDLQG về dân cư"
  },
  "vaccination.baseline_subjects": {
    "title_vi": "Số đối tượng cần làm sạch tại mốc",
    "title_en": "Baseline subjects",
    "description_vi": "Số đối tượng cần làm sạch vào cuối ngày mốc của đợt làm sạch. Chưa có trước ngày sau mốc.",
    "description_en": "Subjects to clean at the end of the campaign's baseline day. Missing until the day after.",
    "numerator": "đối tượng thuộc mốc",
    "denominator": null,
    "unit": "subject",
    "additive": true,
    "better": "none",
    "missing": "gap",
    "target": null,
    "source": "Kết quả xác thực của CSDLQG về dân cư"
  },
  "vaccination.baseline_subjects_to_clean": {
    "title_vi": "Số đối tượng thuộc mốc còn cần làm sạch",
    "title_en": "Baseline subjects still to clean",
    "description_vi": "Trong số đối tượng cần làm sạch tại mốc, số còn cần làm sạch.",
    "description_en": "Of the baseline's subjects, those still to clean.",
    "numerator": "đối tượng thuộc mốc còn cần làm sạch",
    "denominator": null,
    "unit": "subject",
    "additive": true,
    "better": "down",
    "missing": "gap",
    "target": null,
    "source": "Kết quả xác thực của CSDLQG về dân cư"
  },
  "vaccination.subjects_relapsed": {
    "title_vi": "Số đối tượng sai lại",
    "title_en": "Subjects relapsed",
    "description_vi": "Đối tượng thuộc mốc đã xác thực đúng nhưng nay lại cần làm sạch.",
    "description_en": "Baseline subjects that had turned right and are to clean again.",
    "numerator": "đối tượng thuộc mốc sai lại",
    "denominator": null,
    "unit": "subject",
    "additive": true,
    "better": "down",
    "missing": "gap",
    "target": null,
    "source": "Kết quả xác thực của CSDLQG về dân cư"
  },
  "vaccination.subjects_newly_to_clean": {
    "title_vi": "Số đối tượng mới cần làm sạch",
    "title_en": "Subjects newly to clean",
    "description_vi": "Đối tượng cần làm sạch không thuộc mốc.",
    "description_en": "Subjects to clean that were not in the baseline.",
    "numerator": "đối tượng cần làm sạch ngoài mốc",
    "denominator": null,
    "unit": "subject",
    "additive": true,
    "better": "down",
    "missing": "gap",
    "target": null,
    "source": "Kết quả xác thực của CSDLQG về dân cư"
  },
  "vaccination.cleansing_rate": {
    "title_vi": "Tốc độ làm sạch",
    "title_en": "Cleansing rate",
    "description_vi": "Số đối tượng chuyển từ cần làm sạch sang đúng, trừ chiều ngược lại, bình quân mỗi ngày trong 28 ngày gần nhất.",
    "description_en": "Subjects turned right per day, net of relapses, over the trailing 28 days.",
    "numerator": "đối tượng làm sạch ròng trong 28 ngày",
    "denominator": "28 ngày",
    "unit": "per_day",
    "additive": true,
    "better": "up",
    "missing": "gap",
    "target": null,
    "source": "Kết quả xác thực của CSDLQG về dân cư"
  },
  "vaccination.cleansing_forecast_date": {
    "title_vi": "Ngày dự kiến làm sạch xong",
    "title_en": "Cleansing forecast date",
    "description_vi": "Ngày tính số liệu cộng số đối tượng cần làm sạch chia cho tốc độ làm sạch. Không có khi tốc độ không dương hoặc còn trên 100 năm.",
    "description_en": "Day of the figure plus subjects to clean ÷ cleansing rate. Missing if the rate is not positive or the date is over a century away: not at this pace.",
    "numerator": "subjects_to_clean",
    "denominator": "cleansing_rate",
    "unit": "date",
    "additive": false,
    "better": "down",
    "missing": "gap",
    "target": null,
    "source": "Kết quả xác thực của CSDLQG về dân cư"
  },
  "vaccination.people_with_1_dose": {
    "title_vi": "Số người tiêm ít nhất 1 mũi",
    "title_en": "People with 1 dose",
    "description_vi": "Số người có ít nhất một mũi đã ghi nhận.",
    "description_en": "People with at least one recorded dose.",
    "numerator": "người có ít nhất 1 mũi",
    "denominator": null,
    "unit": "person",
    "additive": true,
    "better": "up",
    "missing": "gap",
    "target": null,
    "source": "Nền tảng quản lý tiêm chủng"
  },
  "vaccination.people_with_2_doses": {
    "title_vi": "Số người tiêm ít nhất 2 mũi",
    "title_en": "People with 2 doses",
    "description_vi": "Số người có ít nhất hai mũi đã ghi nhận.",
    "description_en": "People with at least two recorded doses.",
    "numerator": "người có ít nhất 2 mũi",
    "denominator": null,
    "unit": "person",
    "additive": true,
    "better": "up",
    "missing": "gap",
    "target": null,
    "source": "Nền tảng quản lý tiêm chủng"
  },
  "vaccination.people_with_3_doses": {
    "title_vi": "Số người tiêm ít nhất 3 mũi",
    "title_en": "People with 3 doses",
    "description_vi": "Số người có ít nhất ba mũi đã ghi nhận.",
    "description_en": "People with at least three recorded doses.",
    "numerator": "người có ít nhất 3 mũi",
    "denominator": null,
    "unit": "person",
    "additive": true,
    "better": "up",
    "missing": "gap",
    "target": null,
    "source": "Nền tảng quản lý tiêm chủng"
  },
  "vaccination.coverage_1_dose": {
    "title_vi": "Tỷ lệ bao phủ 1 mũi",
    "title_en": "Coverage with 1 dose",
    "description_vi": "Số người tiêm ít nhất 1 mũi chia cho dân số. Chỉ có từ cấp tỉnh trở lên.",
    "description_en": "People with 1 dose ÷ population. From province level up.",
    "numerator": "people_with_1_dose",
    "denominator": "population",
    "unit": "percent",
    "additive": false,
    "better": "up",
    "missing": "gap",
    "target": null,
    "source": "Nền tảng quản lý tiêm chủng và số liệu dân số"
  },
  "vaccination.coverage_2_doses": {
    "title_vi": "Tỷ lệ bao phủ 2 mũi",
    "title_en": "Coverage with 2 doses",
    "description_vi": "Số người tiêm ít nhất 2 mũi chia cho dân số. Chỉ có từ cấp tỉnh trở lên.",
    "description_en": "People with 2 doses ÷ population. From province level up.",
    "numerator": "people_with_2_doses",
    "denominator": "population",
    "unit": "percent",
    "additive": false,
    "better": "up",
    "missing": "gap",
    "target": null,
    "source": "Nền tảng quản lý tiêm chủng và số liệu dân số"
  },
  "vaccination.coverage_3_doses": {
    "title_vi": "Tỷ lệ bao phủ 3 mũi",
    "title_en": "Coverage with 3 doses",
    "description_vi": "Số người tiêm ít nhất 3 mũi chia cho dân số. Chỉ có từ cấp tỉnh trở lên.",
    "description_en": "People with 3 doses ÷ population. From province level up.",
    "numerator": "people_with_3_doses",
    "denominator": "population",
    "unit": "percent",
    "additive": false,
    "better": "up",
    "missing": "gap",
    "target": null,
    "source": "Nền tảng quản lý tiêm chủng và số liệu dân số"
  },
  "vaccination.population": {
    "title_vi": "Dân số",
    "title_en": "Population",
    "description_vi": "Dân số công bố của năm gần nhất không sau ngày tính số liệu. Chỉ có ở cấp tỉnh.",
    "description_en": "Published population of the latest year not after the day. Known by province only.",
    "numerator": "người",
    "denominator": null,
    "unit": "person",
    "additive": true,
    "better": "none",
    "missing": "gap",
    "target": null,
    "source": "Số liệu dân số đã công bố"
  },
  "vaccination.certificates_signed": {
    "title_vi": "Số hộ chiếu vắc xin đã ký",
    "title_en": "Certificates signed",
    "description_vi": "Số hộ chiếu vắc xin đã ký số.",
    "description_en": "Vaccine passports signed.",
    "numerator": "hộ chiếu vắc xin đã ký",
    "denominator": null,
    "unit": "person",
    "additive": true,
    "better": "up",
    "missing": "gap",
    "target": null,
    "source": "Hệ thống ký hộ chiếu vắc xin"
  },
  "vaccination.certificate_rate": {
    "title_vi": "Tỷ lệ ký hộ chiếu vắc xin",
    "title_en": "Certificate rate",
    "description_vi": "Số hộ chiếu vắc xin đã ký chia cho số đối tượng đã ghi nhận.",
    "description_en": "Certificates signed ÷ subjects recorded.",
    "numerator": "certificates_signed",
    "denominator": "subjects_recorded",
    "unit": "percent",
    "additive": false,
    "better": "up",
    "missing": "gap",
    "target": null,
    "source": "Hệ thống ký hộ chiếu vắc xin"
  },
  "vaccination.doses_injected_in_period": {
    "title_vi": "Số mũi tiêm trong kỳ",
    "title_en": "Doses given in the period",
    "description_vi": "Số mũi đã ghi nhận có ngày tiêm trong kỳ.",
    "description_en": "Recorded doses given within the range or bucket.",
    "numerator": "mũi đã ghi nhận theo ngày tiêm",
    "denominator": null,
    "unit": "dose",
    "additive": true,
    "better": "none",
    "missing": "zero",
    "target": null,
    "source": "Nền tảng quản lý tiêm chủng"
  },
  "vaccination.doses_entered_in_period": {
    "title_vi": "Số mũi nhập trong kỳ",
    "title_en": "Doses entered in the period",
    "description_vi": "Số mũi nhập lên nền tảng trong kỳ.",
    "description_en": "Doses entered on the platform within the range or bucket.",
    "numerator": "mũi theo ngày nhập",
    "denominator": null,
    "unit": "dose",
    "additive": true,
    "better": "none",
    "missing": "zero",
    "target": null,
    "source": "Nền tảng quản lý tiêm chủng"
  },
  "vaccination.subjects_cleansed_in_period": {
    "title_vi": "Số đối tượng làm sạch trong kỳ",
    "title_en": "Subjects cleansed in the period",
    "description_vi": "Số đối tượng chuyển từ cần làm sạch sang đúng trong kỳ, trừ chiều ngược lại.",
    "description_en": "Subjects turned from to-clean to right within the range or bucket, net of the way back.",
    "numerator": "đối tượng làm sạch ròng",
    "denominator": null,
    "unit": "subject",
    "additive": true,
    "better": "up",
    "missing": "zero",
    "target": null,
    "source": "Kết quả xác thực của CSDLQG về dân cư"
  }
} as const satisfies Record<string, MeasureMeta>;

export const vaccinationDimensions = {
  "vaccination.date": {
    "type": "time",
    "title_vi": "Ngày",
    "title_en": "Date",
    "description_vi": "Ngày mà số liệu phản ánh. Số liệu trạng thái tính đến hết ngày cuối của khoảng thời gian được chọn; khi chia theo tuần, tháng, quý, năm thì tính đến hết mỗi kỳ. Không vượt quá ngày mới nhất có số liệu.",
    "description_en": "The day a figure holds for. States are as of the end of the chosen range; with a granularity, as of the end of each bucket. Never beyond the newest day of the data."
  },
  "vaccination.as_known_on": {
    "type": "string",
    "title_vi": "Theo số liệu đã biết đến ngày",
    "title_en": "As known on",
    "description_vi": "Lọc bằng một ngày (2022-06-30) để xem số liệu như kho dữ liệu đã có đến hết ngày đó, trước những lần nạp sửa về sau; hoặc bằng số lần công bố (p57). Không lọc: mới nhất.",
    "description_en": "Filter by one day (2022-06-30) for the figures as the warehouse held them at its end, before later corrections; or by a publication (p57). Without a filter, the newest."
  },
  "vaccination.then_province_code": {
    "type": "string",
    "title_vi": "Mã tỉnh khi đó",
    "title_en": "Province code then",
    "description_vi": "Mã tỉnh, thành phố theo địa giới lúc báo cáo (63 tỉnh trước 01/07/2025).",
    "description_en": "Province in the structure the fact was reported with (63 before 2025-07-01)."
  },
  "vaccination.then_province_name": {
    "type": "string",
    "title_vi": "Tỉnh khi đó",
    "title_en": "Province then",
    "description_vi": "Tên tỉnh, thành phố theo địa giới lúc báo cáo.",
    "description_en": "Name of the province in the structure of the report."
  },
  "vaccination.then_district_code": {
    "type": "string",
    "title_vi": "Mã huyện khi đó",
    "title_en": "District code then",
    "description_vi": "Mã quận, huyện theo địa giới lúc báo cáo; rỗng từ 01/07/2025.",
    "description_en": "District in the structure of the report; empty from 2025-07-01 on."
  },
  "vaccination.then_district_name": {
    "type": "string",
    "title_vi": "Huyện khi đó",
    "title_en": "District then",
    "description_vi": "Tên quận, huyện theo địa giới lúc báo cáo.",
    "description_en": "Name of the district in the structure of the report."
  },
  "vaccination.then_commune_code": {
    "type": "string",
    "title_vi": "Mã xã khi đó",
    "title_en": "Commune code then",
    "description_vi": "Mã xã, phường, thị trấn theo địa giới lúc báo cáo; mã kết thúc bằng \"?\" là chưa xác định.",
    "description_en": "Commune in the structure of the report; a code that ends in ? is unknown."
  },
  "vaccination.then_commune_name": {
    "type": "string",
    "title_vi": "Xã khi đó",
    "title_en": "Commune then",
    "description_vi": "Tên xã, phường, thị trấn theo địa giới lúc báo cáo.",
    "description_en": "Name of the commune in the structure of the report."
  },
  "vaccination.now_province_code": {
    "type": "string",
    "title_vi": "Mã tỉnh hiện nay",
    "title_en": "Province code now",
    "description_vi": "Mã tỉnh, thành phố theo địa giới hiện nay (34 tỉnh).",
    "description_en": "Province in the structure of today (34)."
  },
  "vaccination.now_province_name": {
    "type": "string",
    "title_vi": "Tỉnh hiện nay",
    "title_en": "Province now",
    "description_vi": "Tên tỉnh, thành phố theo địa giới hiện nay.",
    "description_en": "Name of the province in the structure of today."
  },
  "vaccination.now_commune_code": {
    "type": "string",
    "title_vi": "Mã xã hiện nay",
    "title_en": "Commune code now",
    "description_vi": "Mã xã, phường, đặc khu theo địa giới hiện nay; mã kết thúc bằng \"?\" là chưa xác định.",
    "description_en": "Commune in the structure of today; a code that ends in ? is unknown."
  },
  "vaccination.now_commune_name": {
    "type": "string",
    "title_vi": "Xã hiện nay",
    "title_en": "Commune now",
    "description_vi": "Tên xã, phường, đặc khu theo địa giới hiện nay.",
    "description_en": "Name of the commune in the structure of today."
  },
  "vaccination.area_mapping": {
    "type": "string",
    "title_vi": "Cách quy đổi địa giới",
    "title_en": "Area mapping",
    "description_vi": "Đơn vị khi đó được quy đổi sang đơn vị hiện nay thế nào: same – cùng địa giới; exact – trọn vẹn; assigned – xã bị chia, tính cho đơn vị kế thừa chính; unknown – chỉ biết đến cấp trên xã.",
    "description_en": "How the unit of then came to that of today: same structure, exact (whole), assigned (split, counted at its main successor) or unknown (known only above commune)."
  },
  "vaccination.state": {
    "type": "string",
    "title_vi": "Trạng thái",
    "title_en": "State",
    "description_vi": "Trạng thái xác thực: pending – chưa có kết quả; right – đúng; năm lớp sai; ba lớp không xác minh được; none – số liệu không mang trạng thái (đã tiêm, đã ghi nhận, dân số).",
    "description_en": "pending, right, five classes of wrong, three of unverifiable; none for figures without a state (administered, recorded, population)."
  },
  "vaccination.error_class": {
    "type": "string",
    "title_vi": "Lớp lỗi",
    "title_en": "Error class",
    "description_vi": "wrong_birth_date – sai ngày sinh; wrong_name – sai họ tên; wrong_name_and_birth_date – sai họ tên và ngày sinh; id_not_found – số định danh không có trong hệ thống; wrong_other – sai thông tin khác; no_id – không có CCCD/CMTND; malformed_id – sai định dạng; not_matched – đủ thông tin mà không khớp ai; rỗng – không cần làm sạch.",
    "description_en": "The five classes of wrong (birth date, name, both, ID not found, other) and three of unverifiable (no ID, malformed, not matched); empty for everything else."
  },
  "vaccination.cohort": {
    "type": "string",
    "title_vi": "Nhóm theo mốc đợt làm sạch",
    "title_en": "Cohort",
    "description_vi": "baseline – cần làm sạch tại mốc; baseline_relapsed – thuộc mốc, đã đúng rồi sai lại; none – không thuộc mốc, hoặc ngày hỏi chưa qua mốc.",
    "description_en": "Place in the cleansing campaign: baseline (to clean at its baseline), baseline_relapsed (of those, right since and to clean again) or none."
  },
  "vaccination.id_kind": {
    "type": "string",
    "title_vi": "Loại giấy tờ",
    "title_en": "ID kind",
    "description_vi": "cccd – căn cước công dân 12 số; cmtnd – chứng minh thư nhân dân 9 số; malformed – sai định dạng; none – không có.",
    "description_en": "cccd (12 digits), cmtnd (9 digits), malformed or none."
  },
  "vaccination.age_group": {
    "type": "string",
    "title_vi": "Nhóm tuổi",
    "title_en": "Age group",
    "description_vi": "Nhóm tuổi lúc tiêm mũi gần nhất, tính theo năm sinh.",
    "description_en": "Age at the last dose by year of birth."
  },
  "vaccination.sex": {
    "type": "string",
    "title_vi": "Giới tính",
    "title_en": "Sex",
    "description_vi": "male – nam; female – nữ; unknown – chưa rõ.",
    "description_en": "male, female or unknown."
  },
  "vaccination.vaccine_code": {
    "type": "string",
    "title_vi": "Mã vắc xin",
    "title_en": "Vaccine code",
    "description_vi": "Vắc xin của mũi tiêm; rỗng với số liệu về đối tượng.",
    "description_en": "Vaccine of the dose; empty for figures about subjects."
  },
  "vaccination.vaccine_name": {
    "type": "string",
    "title_vi": "Vắc xin",
    "title_en": "Vaccine",
    "description_vi": "Tên vắc xin của mũi tiêm.",
    "description_en": "Name of the dose's vaccine."
  },
  "vaccination.dose_number": {
    "type": "number",
    "title_vi": "Mũi thứ",
    "title_en": "Dose number",
    "description_vi": "Thứ tự của mũi tiêm; 0 với số liệu không về một mũi cụ thể.",
    "description_en": "Which dose of the series; 0 for figures not about one dose number."
  },
  "vaccination.facility_code": {
    "type": "string",
    "title_vi": "Mã cơ sở tiêm",
    "title_en": "Facility code",
    "description_vi": "Cơ sở đã tiêm; rỗng với số liệu về đối tượng.",
    "description_en": "Facility that gave the dose; empty for figures about subjects."
  },
  "vaccination.facility_name": {
    "type": "string",
    "title_vi": "Cơ sở tiêm",
    "title_en": "Facility",
    "description_vi": "Tên cơ sở đã tiêm; là mã khi chưa có danh mục.",
    "description_en": "Name of the facility; its code where no list names it."
  }
} as const satisfies Record<string, DimensionMeta>;

/** Full member name, as Cube takes and answers it: "vaccination.doses_administered". */
export type VaccinationMeasure = keyof typeof vaccinationMeasures;
export type VaccinationDimension = keyof typeof vaccinationDimensions;
export type VaccinationMember = VaccinationMeasure | VaccinationDimension;
