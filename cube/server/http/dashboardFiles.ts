import { join } from "node:path";
import express, { type Request, Router } from "express";
import { HttpError } from "../failures/errors.ts";
import { appPage, type PageData } from "./appPage.ts";

/** Files that the build leaves for tools (.vite/manifest.json) and whatever else begins with a dot. */
const hidden = /\/(?:\.|%2e)/i;

/** The built dashboard: files under /assets carry their hash in the name and never change; every other path is the app. */
export const dashboardFiles = (folder: string, dataFor: (request: Request) => Promise<PageData>): Router => {
  const router = Router();
  router.use((request, _response, next) => {
    if (!hidden.test(request.path)) next();
    else next(new HttpError(404, `Không có ${request.path}. (Not found.)`, "Mở trang chủ: /"));
  });
  router.use("/assets", express.static(join(folder, "assets"), { immutable: true, maxAge: "1y", fallthrough: false }));
  router.use(express.static(folder, { index: false, maxAge: "1h", dotfiles: "ignore" }));
  router.get("*", (request, response, next) => {
    if (!request.accepts("html")) {
      next(new HttpError(404, `Không có ${request.path}. (Not found.)`, "Mở trang chủ: /"));
      return;
    }
    dataFor(request)
      .then((data) => appPage(folder, request.path, data))
      .then((page) => {
        if (page === undefined) {
          next(new HttpError(503, "Trang điều hành chưa được dựng. (The dashboard is not built.)", "npm run build"));
          return;
        }
        response.setHeader("Cache-Control", request.account === undefined ? "no-cache" : "private, no-store");
        response.type("html").send(page);
      })
      .catch(next);
  });
  return router;
};
