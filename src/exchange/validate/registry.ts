import { CTR } from './modules/ctr.ts';
import { FS } from './modules/fs.ts';
import { GLS } from './modules/gls.ts';
import { ITS, ITSM } from './modules/its.ts';
import { MDA } from './modules/mda.ts';
import { MTC } from './modules/mtc.ts';
import { PGS } from './modules/pgs.ts';
import { RES, RES_22 } from './modules/res.ts';
import { SLR } from './modules/slr.ts';
import { VAL } from './modules/val.ts';
import type { ModuleSpec, Standard } from './spec.ts';
import { XLIFF_12_STANDARD } from './v12/standard.ts';

/** The modules of XLIFF 2, each with its tables and rules. */
export const MODULES: readonly ModuleSpec[] = [MTC, GLS, FS, MDA, RES, RES_22, SLR, VAL, ITS, ITSM, CTR, PGS];

/** XLIFF 1.2. */
export const V12: Standard | null = XLIFF_12_STANDARD;
