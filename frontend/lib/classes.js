// Classes of a choropleth, from the published (shown) values only: quantiles moved to round numbers.

export const MAX_CLASSES = 5;

/** The largest of base × 1, 2, 5, 10, 20, 50 … that is not above the wanted step; at least the base itself. */
export function niceStep(wanted, base) {
  let step = base;
  for (let power = base; power <= wanted; power *= 10) {
    for (const factor of [1, 2, 5]) {
      if (power * factor <= wanted) step = power * factor;
    }
  }
  return step;
}

/**
 * Ascending classes [{from, to}], both ends included. None is empty, no two share a value, and every inner break is
 * a multiple of the rounding base. Few values, or one value in a class, stand for themselves.
 */
export function makeClasses(values, base = 1, most = MAX_CLASSES) {
  const sorted = [...values].sort((a, b) => a - b);
  if (sorted.length === 0) return [];
  const distinct = [...new Set(sorted)];
  if (distinct.length <= most) return distinct.map((value) => ({ from: value, to: value }));
  const lowest = sorted[0];
  const highest = sorted[sorted.length - 1];
  const wanted = most;
  const step = niceStep((highest - lowest) / (wanted * 4), base);

  const starts = [lowest];
  for (let i = 1; i < wanted; i++) {
    const quantile = sorted[Math.floor((i * sorted.length) / wanted)];
    const start = Math.round(quantile / step) * step;
    const previous = starts[starts.length - 1];
    const fillsBoth = sorted.some((value) => value >= previous && value < start) && highest >= start;
    if (start > previous && fillsBoth) starts.push(start);
  }
  return starts.map((from, i) => {
    const next = starts[i + 1] ?? Infinity;
    const held = distinct.filter((value) => value >= from && value < next);
    const largest = held.at(-1);
    if (held.length === 1) return { from: largest, to: largest };
    if (next === Infinity) return { from, to: highest };
    return { from, to: Math.max(largest, from, starts[i + 1] - base) };
  });
}

/** Index of the class that holds the value, or -1. */
export function classOf(value, classes) {
  return classes.findIndex(({ from, to }) => value >= from && value <= to);
}

/** Which of the five shades a class takes, so that few classes still span light to dark. */
export function shadeOf(index, count) {
  const shades = { 1: [3], 2: [2, 4], 3: [1, 3, 5], 4: [1, 2, 4, 5], 5: [1, 2, 3, 4, 5] };
  return shades[count][index];
}
