import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { settings } from '../infrastructure/settings.js';

/** Strict headers: everything from this program alone, no inline script or style. */
export function securityHeaders(): RequestHandler {
  const https = settings().baseUrl.startsWith('https:');
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        // Bootstrap draws its arrows and ticks from data: pictures in its style sheet.
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        // Letters are previewed in a frame of the same page.
        frameSrc: ["'self'"],
        frameAncestors: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        ...(https && { upgradeInsecureRequests: [] }),
      },
    },
    strictTransportSecurity: https,
    referrerPolicy: { policy: 'same-origin' },
  });
}

/**
 * What people see stays in no cache, on shared computers least of all: files as much as pages. A route that may be
 * kept says so itself.
 */
export const keptByNobody: RequestHandler = (_request, response, next) => {
  response.setHeader('Cache-Control', 'private, no-store');
  next();
};
