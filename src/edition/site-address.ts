import { relativePath } from './html-url.ts';

/** The absolute address of a file of the site; `site` is the base address, with or without a slash at its end. */
export function absoluteAddress(site: string, path: string): string {
  return `${site.replace(/\/+$/, '')}/${path.split('/').map(encodeURIComponent).join('/')}`;
}

/** The address of a file as seen from another: absolute where the site's base address is known. */
export function addressFrom(site: string | null, from: string, to: string): string {
  return site === null ? relativePath(from, to) : absoluteAddress(site, to);
}
