/** Probes of the table before a key goes to a set of texts, which no file can slow down. */
const PROBES = 24;

/**
 * A set of texts that takes about 16 bytes a text: it keeps two 32-bit hashes of each, not the text. Two of ten million
 * texts share both with a chance of one in 300,000.
 */
export class KeySet {
  private first = new Uint32Array(1024);
  private second = new Uint32Array(1024);
  private count = 0;
  private readonly rest: Set<string> = new Set();
  /** The hashes of the key that is being asked for. */
  private one = 0;
  private two = 1;

  /** Takes a text in; false when it was there. */
  add(key: string): boolean {
    if (this.count * 2 >= this.first.length) this.grow();
    this.hash(key);
    const { one, two } = this;
    const at = this.find(this.first, this.second, one, two);
    if (at === -1) {
      if (this.rest.has(key)) return false;
      this.rest.add(copied(key));
      return true;
    }
    if (this.second[at] !== 0) return false;
    this.first[at] = one;
    this.second[at] = two;
    this.count += 1;
    return true;
  }

  has(key: string): boolean {
    this.hash(key);
    const at = this.find(this.first, this.second, this.one, this.two);
    return at === -1 ? this.rest.has(key) : this.second[at] !== 0;
  }

  // MurmurHash3's steps over UTF-16 units, twice at once: https://github.com/aappleby/smhasher/wiki/MurmurHash3
  private hash(text: string): void {
    let one = 0x9747b28c;
    let two = 0x3c6ef372;
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      one = step(one, Math.imul(unit, 0xcc9e2d51));
      two = step(two, Math.imul(unit, 0x85ebca77));
    }
    this.one = mixed(one ^ text.length);
    this.two = mixed(two ^ text.length) || 1;
  }

  /** Where a pair of hashes stands or may be put; -1 when it would take too many probes. A free place has 0 as its second. */
  private find(first: Uint32Array, second: Uint32Array, one: number, two: number): number {
    const mask = first.length - 1;
    const step = two | 1;
    for (let probe = 0, at = one & mask; probe < PROBES; probe += 1, at = (at + step) & mask) {
      if (second[at] === 0 || (first[at] === one && second[at] === two)) return at;
    }
    return -1;
  }

  private grow(): void {
    let size = this.first.length;
    for (;;) {
      size *= 2;
      const first = new Uint32Array(size);
      const second = new Uint32Array(size);
      if (!this.moved(first, second)) continue;
      this.first = first;
      this.second = second;
      return;
    }
  }

  private moved(first: Uint32Array, second: Uint32Array): boolean {
    for (let from = 0; from < this.first.length; from += 1) {
      const two = this.second[from] ?? 0;
      if (two === 0) continue;
      const one = this.first[from] ?? 0;
      const at = this.find(first, second, one, two);
      if (at === -1) return false;
      first[at] = one;
      second[at] = two;
    }
    return true;
  }
}

/** A text that does not keep the longer one alive that it was cut from. */
export function copied(text: string): string {
  return ` ${text}`.slice(1);
}

function step(value: number, product: number): number {
  const mixedIn = value ^ Math.imul((product << 15) | (product >>> 17), 0x1b873593);
  return Math.imul((mixedIn << 13) | (mixedIn >>> 19), 5) + 0xe6546b64;
}

function mixed(value: number): number {
  const once = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return (twice ^ (twice >>> 16)) >>> 0;
}
