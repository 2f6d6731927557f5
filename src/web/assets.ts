import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join, relative, sep } from 'node:path';
import type { RequestHandler } from 'express';
import { projectRoot } from '../infrastructure/project-root.js';

/** A file that pages load, held in memory and addressed by its content. */
interface Asset {
  address: string;
  mediaType: string;
  content: Buffer;
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

const resolve = createRequire(import.meta.url).resolve;

/** Files of packages, under the names that pages use. */
const packageFiles: Readonly<Record<string, string>> = {
  'bootstrap.css': resolve('bootstrap/dist/css/bootstrap.min.css'),
  'htmx.js': resolve('htmx.org/dist/htmx.min.js'),
};

function ownFiles(): Record<string, string> {
  const folder = join(projectRoot, 'assets');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => mediaTypes[extname(file)] && statSync(file).isFile());
  return Object.fromEntries(files.map((file) => [relative(folder, file).split(sep).join('/'), file]));
}

function readAssets(): Map<string, Asset> {
  return new Map(
    Object.entries({ ...packageFiles, ...ownFiles() }).map(([name, file]) => {
      const content = readFileSync(file);
      const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
      const mediaType = mediaTypes[extname(file)] ?? 'application/octet-stream';
      return [name, { address: `/assets/${hash}/${name}`, mediaType, content }];
    }),
  );
}

const assets = readAssets();
const byAddress = new Map([...assets.values()].map((asset) => [asset.address, asset]));

/**
 * Address of a file below `assets/` (`theme.css`) or of a package file (`bootstrap.css`, `htmx.js`).
 * The address holds a hash of the content: browsers keep it for ever.
 */
export function asset(name: string): string {
  const found = assets.get(name);
  if (!found) throw new Error(`No asset "${name}"`);
  return found.address;
}

/** Serves the assets; mounted before everything that reads the session. */
export const serveAssets: RequestHandler = (request, response, next) => {
  if (request.path === '/favicon.ico') return response.redirect(302, asset('favicon.svg'));
  const found = byAddress.get(decodeURIComponent(request.path));
  if (!found || !['GET', 'HEAD'].includes(request.method)) return next();
  response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
  response.type(found.mediaType).send(found.content);
};
