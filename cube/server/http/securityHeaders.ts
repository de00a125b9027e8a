import type { RequestHandler } from "express";
import helmet from "helmet";

/** Everything comes from this server. Styles may be inline: ECharts and AG Grid place elements by style attributes. */
export const securityHeaders = (): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", "data:", "blob:"],
        fontSrc: ["'self'", "data:"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        workerSrc: ["'self'", "blob:"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
      },
    },
    // The server speaks HTTP; whatever terminates TLS before it decides on HSTS.
    strictTransportSecurity: false,
    referrerPolicy: { policy: "same-origin" },
  });
