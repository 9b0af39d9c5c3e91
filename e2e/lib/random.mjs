// Chance that comes out the same each time, and what it makes of a text.

/** Numbers between 0 and 1 from a seed (mulberry32). */
export function dice(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const NASTY = ["", "0", "-1", "1e9", "NaN", "null", "true", "__proto__", "constructor", "%", "%E2%80%AE", "%00", "&", "=", "#", "~", ".", "é", "\u202e", "\u0000", "\ud83d\ude00", "999999999999999999999", "2026-02-30", "0000-00-00", "<b>x</b>", "javascript:1", "{}", "[]", "\"", "A".repeat(300)];

/** A text with a few pieces of it lost, doubled, moved or replaced. */
export function mutated(text, roll, times = 1 + Math.floor(roll() * 5)) {
  const place = () => Math.floor(roll() * (text.length + 1));
  for (let turn = 0; turn < times; turn += 1) {
    const [start, end] = [place(), place()].sort((one, other) => one - other);
    const short = Math.min(end, start + Math.floor(roll() * 12));
    const nasty = NASTY[Math.floor(roll() * NASTY.length)];
    text = [
      () => text.slice(0, start) + text.slice(short),
      () => text.slice(0, start) + nasty + text.slice(start),
      () => text.slice(0, start) + nasty + text.slice(short),
      () => text.slice(0, end) + text.slice(start, short) + text.slice(end),
    ][Math.floor(roll() * 4)]();
  }
  return text;
}
