import { extents, granted, permissions, type Role, roles } from "./server/access/permissions.ts";

const isRole = (name: string): name is Role => Object.hasOwn(roles, name);
const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

/** docs/permissions.md: the matrix of cube/server/access/permissions.ts for people. */
export const renderPermissionsDoc = (): string => {
  const names = Object.keys(roles).filter(isRole);
  const lines = Object.entries(permissions).map(([name, { vi, en, doors }]) =>
    row([
      `\`${name}\` ${vi} · ${en}`,
      ...names.map((role) => {
        const extent = Object.entries(granted[role]).find(([permission]) => permission === name)?.[1];
        return extent === undefined ? "–" : `${extents[extent].vi} · ${extents[extent].en}`;
      }),
      doors.map((door) => `\`${door}\``).join(" "),
    ]),
  );
  return [
    "# Quyền (permissions)",
    "",
    "<!-- Generated from cube/server/access/permissions.ts by `npm run docs`. Do not edit. -->",
    "",
    "Có hiệu lực khi `ACCOUNTS=on`. Điều không ghi ở đây thì bị từ chối. · Holds with `ACCOUNTS=on`. What does not stand here is refused.",
    "",
    row(["", ...names.map((role) => `${roles[role].vi} · ${roles[role].en}`), "cửa · doors"]),
    row(["", ...names, ""].map(() => "---")),
    ...lines,
    "",
    "Địa bàn của mình: các tỉnh được giao, cùng những tỉnh trước đây đã nhập vào đó. Tổng cả nước chia và lọc được theo những chiều không phân biệt địa bàn nào, theo số liệu đang công bố; câu hỏi nào sẽ lộ chi tiết địa bàn khác thì bị từ chối (403), không bị bớt dòng.",
    "",
    "Own areas: the provinces given to the account, with those of before that merged into them. The nation's totals may be divided and filtered by dimensions that tell no area from another (`cube/server/access/viewAccess.ts`), as known now; a question that would show another area's detail is refused (403), never answered with rows left out. Of loads, own areas have the states of findings alone, `/api/finding-states`: the one door that leaves rows out, and counts those that are left.",
    "",
  ].join("\n");
};
