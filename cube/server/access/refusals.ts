import { HttpError } from "../failures/errors.ts";
import type { Access } from "./access.ts";
import { extentOf } from "./access.ts";
import { type Extent, type Permission, permissions } from "./permissions.ts";

const whomToAsk =
  "Nếu công việc cần, đề nghị quản trị hệ thống của đơn vị cấp quyền. (Ask your administrator if your work needs it.)";

export const signInFirst = (): HttpError =>
  new HttpError(
    401,
    "Cần đăng nhập để xem số liệu. (Sign in to see the figures.)",
    "Mở trang chủ và đăng nhập. (Open the page and sign in.)",
  );

/** Nothing of the kind is granted to the role. */
export const notGranted = (permission: Permission): HttpError => {
  const { vi, en } = permissions[permission];
  return new HttpError(403, `Tài khoản này không được xem: ${vi}. (Not granted to this account: ${en}.)`, whomToAsk);
};

/** The detail of areas that are not the asker's. */
export const notOwnArea = (fields: readonly string[]): HttpError =>
  new HttpError(
    403,
    "Tài khoản này xem chi tiết địa bàn của mình và tổng số cả nước, không xem chi tiết địa bàn khác. (This account sees the detail of its own areas and the nation's totals, no other area's detail.)",
    `Chọn địa bàn của mình. (Choose an area of your own: filter by its code with equals.) ${whomToAsk}`,
    { fields },
  );

/** How much is granted. @throws HttpError (401 before sign-in, 403) where nothing is */
export const grantedExtent = (access: Access, permission: Permission): Extent => {
  const extent = extentOf(access, permission);
  if (extent !== undefined) return extent;
  throw access.role === "nobody" ? signInFirst() : notGranted(permission);
};
