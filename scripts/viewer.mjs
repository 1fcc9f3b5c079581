// Bundles the script of the parallel pages into one file: dist/viewer/parallel.js, or the one that is named. Runs after
// tsc.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const place = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const [, , outfile = place('dist/viewer/parallel.js')] = process.argv;

await build({
  entryPoints: [place('src/viewer/parallel.ts')],
  outfile,
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
  tsconfigRaw: {},
});
