import fc from 'fast-check';

// The everyday run tries the same examples every time, so that what it says of a change is about the change; the full
// run looks elsewhere each time, and prints the seed of what it finds. HEXAPLA_SEED tries one again.
const seed = process.env['HEXAPLA_SEED'] ?? (process.env['HEXAPLA_FULL'] === '1' ? undefined : '20231121');
if (seed !== undefined) fc.configureGlobal({ seed: Number(seed) });
