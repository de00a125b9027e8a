/** Population of a province of the 63. */
export interface ProvincePopulation {
  readonly code: string;
  readonly population: number;
  /** null where the platform published none (Bạc Liêu) */
  readonly population18Plus: number | null;
}

/** Source: Nền tảng quản lý tiêm chủng COVID-19 (the national vaccination platform), 2021. */
const published: readonly (readonly [code: string, population: number, population18Plus: number | null])[] = [
  ["01", 8053664, 5745728], // Hà Nội
  ["02", 854679, 531581], // Hà Giang
  ["04", 530341, 368973], // Cao Bằng
  ["06", 313905, 222390], // Bắc Kạn
  ["08", 784811, 535735], // Tuyên Quang
  ["10", 730420, 465394], // Lào Cai
  ["11", 598856, 360552], // Điện Biên
  ["12", 460196, 269707], // Lai Châu
  ["14", 1248415, 792702], // Sơn La
  ["15", 821030, 564852], // Yên Bái
  ["17", 854131, 597953], // Hoà Bình
  ["19", 1286751, 920574], // Thái Nguyên
  ["20", 781655, 552860], // Lạng Sơn
  ["22", 1320324, 935854], // Quảng Ninh
  ["24", 1803950, 1267538], // Bắc Giang
  ["25", 1463726, 1029489], // Phú Thọ
  ["26", 1154154, 789896], // Vĩnh Phúc
  ["27", 1368840, 985257], // Bắc Ninh
  ["30", 1892254, 1367571], // Hải Dương
  ["31", 1837173, 1503831], // Hải Phòng
  ["33", 1252731, 897430], // Hưng Yên
  ["34", 1860447, 1373070], // Thái Bình
  ["35", 852800, 612219], // Hà Nam
  ["36", 1780393, 1272614], // Nam Định
  ["37", 982487, 695394], // Ninh Bình
  ["38", 3640128, 2605729], // Thanh Hóa
  ["40", 3327791, 2319465], // Nghệ An
  ["42", 1288866, 892702], // Hà Tĩnh
  ["44", 895430, 616856], // Quảng Bình
  ["45", 632375, 427306], // Quảng Trị
  ["46", 1128620, 805048], // Thừa Thiên Huế
  ["48", 1134310, 826933], // Đà Nẵng
  ["49", 1495812, 1068985], // Quảng Nam
  ["51", 1231697, 883502], // Quảng Ngãi
  ["52", 1486918, 1068887], // Bình Định
  ["54", 961152, 616333], // Phú Yên
  ["56", 1231107, 892222], // Khánh Hòa
  ["58", 590467, 401680], // Ninh Thuận
  ["60", 1230808, 865494], // Bình Thuận
  ["62", 540438, 332276], // Kon Tum
  ["64", 1513847, 956614], // Gia Lai
  ["66", 1869322, 1259652], // Đắk Lắk
  ["67", 622168, 392984], // Đắk Nông
  ["68", 1296606, 892554], // Lâm Đồng
  ["70", 994679, 676731], // Bình Phước
  ["72", 1169165, 872730], // Tây Ninh
  ["74", 2426561, 1868570], // Bình Dương
  ["75", 3097107, 2240028], // Đồng Nai
  ["77", 1148313, 823118], // Bà Rịa - Vũng Tàu
  ["79", 8993082, 6966626], // Hồ Chí Minh
  ["80", 1688547, 1261735], // Long An
  ["82", 1764185, 1322325], // Tiền Giang
  ["83", 1288463, 980652], // Bến Tre
  ["84", 1009168, 734794], // Trà Vinh
  ["86", 1022791, 769026], // Vĩnh Long
  ["87", 1599504, 1181264], // Đồng Tháp
  ["89", 1908352, 1371662], // An Giang
  ["91", 1723067, 1248338], // Kiên Giang
  ["92", 1235171, 941769], // Cần Thơ
  ["93", 733017, 536163], // Hậu Giang
  ["94", 1199653, 861361], // Sóc Trăng
  ["95", 907236, null], // Bạc Liêu
  ["96", 1194476, 857571], // Cà Mau
];

export const PROVINCE_POPULATIONS: readonly ProvincePopulation[] = published.map(
  ([code, population, population18Plus]) => ({ code, population, population18Plus }),
);
