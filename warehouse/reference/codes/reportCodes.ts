import type { ShippedLists } from "../codes.ts";

/** What facilities report. Services: Thông tư 37/2019/TT-BYT; streams: Quyết định 2491/QĐ-BYT, phần II. */
export const reportCodes: ShippedLists = {
  resource: [
    ["doctors", "Bác sĩ", "Doctors", ["bs", "bac sy"]],
    ["assistant_doctors", "Y sĩ", "Assistant doctors", ["ys", "y sy"]],
    ["nurses", "Điều dưỡng", "Nurses", ["dd", "dieu duong vien"]],
    ["midwives", "Hộ sinh", "Midwives", ["nu ho sinh", "ho sinh vien"]],
    ["pharmacists", "Dược sĩ", "Pharmacists", ["ds", "duoc sy"]],
    ["beds_planned", "Giường kế hoạch", "Planned beds", ["giuong benh ke hoach"]],
    ["beds_actual", "Giường thực kê", "Actual beds", ["giuong benh thuc ke"]],
  ],
  equipment_type: [
    ["ct_scanner", "Máy chụp cắt lớp vi tính (CT)", "CT scanner", ["ct", "may ct", "may chup cat lop vi tinh"]],
    ["mri", "Máy chụp cộng hưởng từ (MRI)", "MRI scanner", ["may mri", "cong huong tu", "may chup cong huong tu"]],
    ["x_ray", "Máy X-quang", "X-ray machine", ["x-quang", "x quang", "xray", "may chup x quang"]],
    ["ultrasound", "Máy siêu âm", "Ultrasound machine", ["sieu am"]],
    ["ventilator", "Máy thở", "Ventilator", ["tho may"]],
    ["dialysis", "Máy chạy thận nhân tạo", "Dialysis machine", ["chay than", "may chay than", "than nhan tao"]],
    ["operating_room", "Phòng mổ", "Operating room", ["phong phau thuat"]],
  ],
  payment_method: [
    ["cash", "Tiền mặt", "Cash", ["tm"]],
    ["card", "Thẻ", "Card", ["the ngan hang", "quet the", "pos", "the atm"]],
    ["bank_transfer", "Chuyển khoản", "Bank transfer", ["ck", "chuyen khoan ngan hang", "internet banking"]],
    ["qr", "Mã QR", "QR code", ["quet ma qr", "qr pay", "vietqr"]],
    ["e_wallet", "Ví điện tử", "E-wallet", ["vi", "momo", "zalopay"]],
    ["mobile_money", "Mobile Money", "Mobile money", ["tien di dong"]],
  ],
  service: [
    ["outpatient_visits", "Lượt khám ngoại trú", "Outpatient visits", ["kham ngoai tru"]],
    ["insured_visits", "Lượt khám bảo hiểm y tế", "Insured visits", ["luot kham bhyt", "kham bhyt"]],
    ["inpatient_admissions", "Lượt nhập viện", "Inpatient admissions", ["nhap vien", "luot dieu tri noi tru"]],
    ["inpatient_days", "Số ngày điều trị nội trú", "Inpatient days", ["ngay dieu tri noi tru"]],
    ["surgeries", "Số ca phẫu thuật", "Surgeries", ["phau thuat", "ca phau thuat"]],
    ["deliveries", "Số ca đẻ", "Deliveries", ["ca de", "so lan de"]],
    ["lab_tests", "Số xét nghiệm", "Laboratory tests", ["xet nghiem", "so lan xet nghiem"]],
    ["imaging", "Số lượt chẩn đoán hình ảnh", "Imaging examinations", ["chan doan hinh anh", "so chan doan hinh anh"]],
    ["telehealth_consultations", "Lượt tư vấn từ xa", "Telehealth consultations", ["tu van tu xa"]],
    [
      "chip_id_visits",
      "Lượt tra cứu bằng CCCD gắn chip, VNeID",
      "Visits looked up by chip ID card or VNeID",
      ["luot tra cuu cccd"],
    ],
    [
      "chip_id_successes",
      "Lượt tra cứu CCCD gắn chip, VNeID thành công",
      "Successful look-ups by chip ID card or VNeID",
      ["luot tra cuu cccd thanh cong"],
    ],
  ],
  stream: [
    ["birth_certificate", "Giấy chứng sinh", "Birth certificates", ["chung sinh"]],
    ["death_notice", "Giấy báo tử", "Death notices", ["bao tu"]],
    [
      "driver_health_check",
      "Khám sức khỏe lái xe",
      "Driver health checks",
      ["ksk lai xe", "giay kham suc khoe lai xe", "giay kham suc khoe cua nguoi lai xe"],
    ],
    [
      "basic_health_info",
      "Thông tin y tế cơ bản (QĐ 3074)",
      "Basic health information (Decision 3074)",
      ["thong tin y te co ban", "qd 3074", "3074"],
    ],
    ["health_record", "Hồ sơ sức khỏe", "Health records", ["ho so suc khoe dien tu", "hsskdt", "so suc khoe dien tu"]],
    ["e_prescription", "Đơn thuốc điện tử", "Electronic prescriptions", ["don thuoc", "don thuoc dien tu"]],
  ],
};
