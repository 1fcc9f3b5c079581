import { HexaplaError } from '../../src/model/error.ts';

/** The mistake in what was given that `act` refuses; it must refuse it so, and with no other error. */
export function thrown(act: () => unknown): HexaplaError {
  try {
    act();
  } catch (error) {
    if (error instanceof HexaplaError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}
