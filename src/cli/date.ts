import { isDay } from '../catalogue/record-parse.ts';
import { HexaplaError } from '../model/error.ts';
import type { Call } from './call.ts';

/**
 * The day of what is done now, `YYYY-MM-DD`: that of `--date`, else of SOURCE_DATE_EPOCH (reproducible-builds.org), else
 * today where its user is. It is stored, and no other moment is ever taken from a clock. Throws `date-invalid`.
 */
export function dayOf(call: Pick<Call, 'text' | 'terminal'>): string {
  const given = call.text('date');
  if (given !== null) {
    if (!isDay(given)) throw new HexaplaError('date-invalid', { value: given });
    return given;
  }
  const epoch = call.terminal.env['SOURCE_DATE_EPOCH'];
  if (epoch !== undefined && /^[0-9]{1,11}$/.test(epoch)) {
    return new Date(Number(epoch) * 1000).toISOString().slice(0, 10);
  }
  const now = new Date();
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((part, i) => String(part).padStart(i === 0 ? 4 : 2, '0')).join('-');
}
