import { all } from './dom.ts';

/** Marks the entry of the table of contents that the reader is in. */
export function spy(): void {
  const links = all<HTMLAnchorElement>('.contents a');
  const places = links.map(({ hash }) => document.getElementById(hash.slice(1)));
  let frame = 0;
  const mark = (): void => {
    const here = places.findLast((place) => place && place.getBoundingClientRect().top <= innerHeight / 3);
    for (const [at, link] of links.entries()) link.ariaCurrent = places[at] === here ? 'location' : null;
  };
  const soon = (): void => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(mark);
  };
  // Rows may scroll in a region of their own, and scrolling does not bubble.
  addEventListener('scroll', soon, { capture: true, passive: true });
  addEventListener('change', soon);
  mark();
}
