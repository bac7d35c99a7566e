// Classes of a choropleth. The server makes them from the published values of all dates, so that a shade means the same on each.

/** Index of the class that holds the value, or -1. */
export function classOf(value, classes) {
  return classes.findIndex(({ from, to }) => value >= from && value <= to);
}

/** Which of the five shades a class takes, so that few classes still span light to dark. */
export function shadeOf(index, count) {
  const shades = { 1: [3], 2: [2, 4], 3: [1, 3, 5], 4: [1, 2, 4, 5], 5: [1, 2, 3, 4, 5] };
  return shades[count][index];
}
