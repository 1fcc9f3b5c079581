import { SaxesParser } from 'saxes';
import { ENTITIES, reasonOf } from './feed.ts';

// Made once: an error's stack takes longer than what it ends.
const STOP = new Error('the first mistake is enough');

/** What is wrong with a piece of XML that should be well formed by itself, in one word; null for nothing. Linear. */
export function fragmentProblem(xml: string, version: '1.0' | '1.1' = '1.0'): string | null {
  if (/[\uD800-\uDFFF]/u.test(xml)) return 'character';
  const parser = new SaxesParser({
    fragment: true,
    position: false,
    xmlns: false,
    defaultXMLVersion: version,
    forceXMLVersion: true,
  });
  parser.ENTITIES = ENTITIES;
  let problem: string | null = null;
  parser.on('error', ({ message }) => {
    problem = message === 'undefined entity.' ? 'entity' : reasonOf(message);
    throw STOP;
  });
  try {
    parser.write(xml).close();
  } catch (error) {
    if (error !== STOP) throw error;
  }
  return problem;
}
