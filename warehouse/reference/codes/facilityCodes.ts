import type { ShippedLists } from "../codes.ts";

/** What a facility is. Grades: Thông tư 23/2005/TT-BYT; levels: Thông tư 43/2013/TT-BYT. */
export const facilityCodes: ShippedLists = {
  facility_type: [
    ["hospital", "Bệnh viện", "Hospital", ["bv", "benh vien da khoa", "benh vien chuyen khoa", "bvdk"]],
    ["health_centre", "Trung tâm y tế", "Health centre", ["ttyt", "health center", "trung tam y te huyen"]],
    ["health_station", "Trạm y tế", "Health station", ["tyt", "tram", "tram y te xa", "tram y te xa, phuong"]],
    ["clinic", "Phòng khám", "Clinic", ["pk", "pkdk", "phong kham da khoa", "phong kham chuyen khoa"]],
    ["pharmacy", "Nhà thuốc", "Pharmacy", ["nt", "quay thuoc", "co so ban le thuoc"]],
    ["other", "Cơ sở khác", "Other facility", ["khac", "co so y te khac"]],
  ],
  ownership: [
    ["public", "Công lập", "Public", ["cong", "nha nuoc"]],
    ["private", "Tư nhân", "Private", ["tu", "ngoai cong lap", "dan lap"]],
  ],
  grade: [
    ["special", "Hạng đặc biệt", "Special grade", ["dac biet", "db"]],
    ["I", "Hạng I", "Grade I", ["1", "hang 1"]],
    ["II", "Hạng II", "Grade II", ["2", "hang 2"]],
    ["III", "Hạng III", "Grade III", ["3", "hang 3"]],
    ["IV", "Hạng IV", "Grade IV", ["4", "hang 4"]],
    ["none", "Không xếp hạng", "Not graded", ["chua xep hang", "khong"]],
  ],
  managing_level: [
    ["central", "Trung ương", "Central", ["tuyen trung uong", "tw", "bo y te", "bo, nganh"]],
    ["province", "Tỉnh", "Province", ["tuyen tinh", "thanh pho", "so y te", "tinh, thanh pho"]],
    ["district", "Huyện", "District", ["tuyen huyen", "quan", "quan, huyen", "khu vuc"]],
    ["commune", "Xã", "Commune", ["tuyen xa", "phuong", "xa, phuong", "xa, phuong, thi tran"]],
    ["private", "Tư nhân", "Private", ["tu", "ngoai cong lap"]],
  ],
};
