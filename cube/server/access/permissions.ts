/** Who works with the product, and what each is called. */
export const roles = {
  leader: { vi: "Lãnh đạo Bộ", en: "Leader" },
  statistician: { vi: "Cán bộ thống kê", en: "Statistician" },
  province: { vi: "Sở Y tế", en: "Provincial department" },
  steward: { vi: "Cán bộ quản lý dữ liệu", en: "Data steward" },
  administrator: { vi: "Quản trị hệ thống", en: "Administrator" },
  auditor: { vi: "Cán bộ kiểm tra", en: "Auditor" },
} as const;
export type Role = keyof typeof roles;

/** What can be granted, and the doors that ask for it; a question to a view goes through the doors of figures. */
export const permissions = {
  reference: {
    vi: "Định nghĩa chỉ số, tên và ranh giới đơn vị hành chính, nguồn đã nạp",
    en: "Definitions of measures, names and outlines of units, which sources are loaded",
    doors: ["/cubejs-api/v1/meta", "/api/about", "/api/areas/…", "/api/boundaries/…"],
  },
  figures: {
    vi: "Số liệu y tế và dân số",
    en: "Figures of health and population",
    doors: [
      "/cubejs-api/v1/load",
      "/cubejs-api/v1/sql",
      "/cubejs-api/v1/dry-run",
      "/api/questions",
      "/api/lineage",
      "/api/citations/…",
      "/api/restatements",
    ],
  },
  targets: {
    vi: "Chỉ tiêu và nhiệm vụ",
    en: "Targets and tasks",
    doors: ["views targets, programme"],
  },
  quality: {
    vi: "Chất lượng dữ liệu và đối chiếu",
    en: "Data quality and reconciliation",
    doors: ["views data_quality, reconciliation"],
  },
  loads: {
    vi: "Lượt nạp, tệp và các dòng có phát hiện",
    en: "Loads, their files and the rows that broke a rule",
    doors: [
      "/api/runs",
      "/api/runs/…/findings",
      "/api/finding-states",
      "/api/restatements",
      "files and sources in /api/lineage",
    ],
  },
  accounts: { vi: "Tài khoản", en: "Accounts", doors: ["/api/accounts"] },
} as const satisfies Record<string, { vi: string; en: string; doors: readonly string[] }>;
export type Permission = keyof typeof permissions;

/** `own`: the detail of the areas of the account, and the nation's totals. */
export const extents = {
  all: { vi: "toàn bộ", en: "all" },
  own: { vi: "địa bàn của mình, tổng cả nước", en: "own areas, the nation's totals" },
} as const;
export type Extent = keyof typeof extents;

/** The matrix. What does not stand here is refused. */
export const granted: Readonly<Record<Role, Readonly<Partial<Record<Permission, Extent>>>>> = {
  leader: { reference: "all", figures: "all", targets: "all", quality: "all", loads: "all" },
  statistician: { reference: "all", figures: "all", targets: "all", quality: "all", loads: "all" },
  province: { reference: "all", figures: "own", targets: "own", quality: "own", loads: "own" },
  steward: { reference: "all", targets: "all", quality: "all", loads: "all" },
  administrator: { reference: "all", accounts: "all" },
  auditor: { reference: "all" },
};
