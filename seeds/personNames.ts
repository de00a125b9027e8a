import type { SeededRandom } from "./SeededRandom.ts";

/** Common surnames, middle and given names, combined at random: the people of the sample do not exist. */
const SURNAMES: readonly [string, ...string[]] = [
  ...(["Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Trần", "Trần", "Lê", "Lê", "Phạm", "Hoàng", "Huỳnh"] as const),
  ...["Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Đinh", "Trịnh", "Mai", "Lương", "Hà"],
];
const MALE_MIDDLE: readonly [string, ...string[]] = ["Văn", "Hữu", "Đức", "Minh", "Quang", "Thành", "Xuân", "Công"];
const FEMALE_MIDDLE: readonly [string, ...string[]] = ["Thị", "Thị", "Thị", "Ngọc", "Thu", "Thanh", "Kim", "Mỹ"];
const MALE_GIVEN: readonly [string, ...string[]] = [
  ...(["An", "Bình", "Cường", "Dũng", "Đạt", "Giang", "Hải", "Hiếu", "Hùng", "Khánh", "Kiên"] as const),
  ...["Lâm", "Long", "Nam", "Nghĩa", "Phong", "Phúc", "Quân", "Sơn", "Tài", "Thắng", "Trung", "Tuấn", "Vinh"],
];
const FEMALE_GIVEN: readonly [string, ...string[]] = [
  ...(["Anh", "Bích", "Châu", "Dung", "Hà", "Hạnh", "Hằng", "Hoa", "Hồng", "Hương", "Lan"] as const),
  ...["Linh", "Loan", "Mai", "Nga", "Ngân", "Nhung", "Oanh", "Phương", "Quyên", "Thảo", "Trang", "Vân", "Yến"],
];

export function personName(random: SeededRandom, isMale: boolean): string {
  const surname = random.pick(SURNAMES);
  const middle = random.pick(isMale ? MALE_MIDDLE : FEMALE_MIDDLE);
  return `${surname} ${middle} ${random.pick(isMale ? MALE_GIVEN : FEMALE_GIVEN)}`;
}

/** As hurried clerks type it: without tone marks, in capitals, or with a letter lost. */
export function misspeltName(random: SeededRandom, name: string): string {
  const way = random.below(3);
  if (way === 0) return withoutToneMarks(name).toUpperCase();
  if (way === 1) return withoutToneMarks(name);
  return name.slice(0, -1);
}

export function withoutToneMarks(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gu, "d").replace(/Đ/gu, "D");
}
