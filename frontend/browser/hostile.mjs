// Addresses as nobody should send them: drawn from a seed, so that a failure can be looked at again.

const SEED = 20261126;

const EVIL = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "javascript:alert(1)",
  "__proto__",
  "constructor",
  "toString",
  "../../etc/passwd",
  "%",
  "%00",
  "%F0%28%8C%28",
  "\u202e\u0000",
  "' or 1=1 --",
  "-1e999",
  "NaN",
  "null",
  "9999-99-99",
  "//evil.example",
  "a".repeat(2000),
  "é😀".repeat(40),
  "",
];

/** Fragments that mix what the page knows with what it must not believe. */
export function* hostileFragments(total, config) {
  const next = random(SEED);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const keys = ["level", "measure", "date", "category", "area", "figure", "compare", "only", "language", "breaks", "sort", "beside", "lang", "__proto__", "constructor", "x"];
  const good = {
    level: config.levels.map(({ code }) => code),
    measure: config.measures.map(({ code }) => code),
    date: config.releases.map(({ referenceDate }) => referenceDate),
    category: ["all", "none", ...config.categories.map(({ code }) => code)],
  };
  const encode = (value) => (next() < 0.5 ? encodeURIComponent(value) : value);
  for (let i = 0; i < total; i++) {
    const pairs = Array.from({ length: 1 + Math.floor(next() * 5) }, () => {
      const key = pick(keys);
      const value = good[key] && next() < 0.5 ? pick(good[key]) : pick(EVIL);
      return `${encode(key)}=${encode(value)}`;
    });
    yield pairs.join(next() < 0.9 ? "&" : "#");
  }
}

/** Mulberry32: small, and the same everywhere. */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
