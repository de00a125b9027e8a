import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { z } from "zod";
import { parseEnvironment } from "../warehouse/parseEnvironment.ts";
import { pageFiles } from "./pageFiles.ts";

const environment = z.object({
  DASHBOARD_API: z.url("must be an address, for example http://127.0.0.1:4000").default("http://127.0.0.1:4000"),
});
const { DASHBOARD_API: api } = parseEnvironment(environment);

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  plugins: [react(), pageFiles()],
  build: {
    outDir: "dist",
    emptyOutDir: true,
    manifest: true,
    target: "es2022",
    // Fonts stay files: inlined ones would be loaded whether their subset is needed or not.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What most pages are made of comes in one file: alone, each part of one or two kilobytes costs a phone a turn of its own.
          groups: [
            {
              name: "parts",
              test: /dashboard\/(app|charts|data|format|help|messages|peers|url|why)\//,
              minShareCount: 7,
            },
          ],
        },
      },
    },
  },
  // Sources of the folder `api` are files of the dashboard, not questions to the server.
  server: { proxy: { "^/api/(?!.*\\.ts)": api, "/cubejs-api": api } },
});
