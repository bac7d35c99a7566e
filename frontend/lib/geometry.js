// Small plane geometry on screen points and on rings; enough for labels, keyboard moves and crowding.

/** Centre of the largest ring's area as [x, y]; the place for a label. Null for no polygon. */
export function centreOf(geometry) {
  const polygons =
    geometry?.type === "Polygon" ? [geometry.coordinates] : geometry?.type === "MultiPolygon" ? geometry.coordinates : [];
  let best = null;
  for (const [ring] of polygons) {
    const found = ringCentre(ring ?? []);
    if (found && (!best || found.area > best.area)) best = found;
  }
  return best ? best.centre : null;
}

function ringCentre(ring) {
  if (ring.length < 4) return null;
  const [x0, y0] = ring[0];
  let doubled = 0;
  let x = 0;
  let y = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [ax, ay] = [ring[i][0] - x0, ring[i][1] - y0];
    const [bx, by] = [ring[i + 1][0] - x0, ring[i + 1][1] - y0];
    const cross = ax * by - bx * ay;
    doubled += cross;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
  }
  if (doubled === 0) return null;
  return { area: Math.abs(doubled), centre: [x0 + x / (3 * doubled), y0 + y / (3 * doubled)] };
}

const DIRECTIONS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

/** Index of the point that an arrow key leads to from points[from], or -1. Screen points: y grows downwards. */
export function neighbour(points, from, key) {
  const direction = DIRECTIONS[key];
  if (!direction) return -1;
  const [dx, dy] = direction;
  let best = -1;
  let least = Infinity;
  points.forEach((point, i) => {
    const along = (point.x - points[from].x) * dx + (point.y - points[from].y) * dy;
    const aside = Math.abs((point.x - points[from].x) * dy) + Math.abs((point.y - points[from].y) * dx);
    if (i === from || along <= 0 || aside > along * 2) return;
    const cost = along + aside * 2;
    if (cost < least) {
      least = cost;
      best = i;
    }
  });
  return best;
}

/** Groups of indices of points that stand within reach of the group's first point. */
export function crowd(points, reach) {
  const groups = [];
  const grid = new Map();
  const cell = (value) => Math.floor(value / reach);
  points.forEach((point, i) => {
    for (let x = cell(point.x) - 1; x <= cell(point.x) + 1; x++) {
      for (let y = cell(point.y) - 1; y <= cell(point.y) + 1; y++) {
        for (const group of grid.get(`${x} ${y}`) ?? []) {
          const first = points[group[0]];
          if (Math.hypot(first.x - point.x, first.y - point.y) < reach) {
            group.push(i);
            return;
          }
        }
      }
    }
    const group = [i];
    const name = `${cell(point.x)} ${cell(point.y)}`;
    groups.push(group);
    grid.set(name, [...(grid.get(name) ?? []), group]);
  });
  return groups;
}

/** Whether two boxes, given by their centre and size, share ground. */
export const boxesMeet = (a, b) =>
  Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2;

/** Whether a polygon holds a place [x, y]; holes do not count as held. */
export function holds(geometry, [x, y]) {
  const rings = geometry?.type === "Polygon" ? geometry.coordinates : (geometry?.coordinates ?? []).flat();
  let inside = false;
  for (const ring of rings) {
    for (let i = 0; i + 1 < ring.length; i++) {
      const [[ax, ay], [bx, by]] = [ring[i], ring[i + 1]];
      if (ay > y !== by > y && x < ax + ((y - ay) * (bx - ax)) / (by - ay)) inside = !inside;
    }
  }
  return inside;
}

const CLEARANCE = 48;

/** What of a frame a cover leaves free, in the frame's own coordinates: the larger side, or above a cover as wide as it. */
export function freeSpace(frame, cover) {
  const [width, height] = [frame.right - frame.left, frame.bottom - frame.top];
  const free = { left: 0, top: 0, right: width, bottom: height };
  const meets = cover.left < frame.right && cover.right > frame.left && cover.top < frame.bottom && cover.bottom > frame.top;
  if (!meets) return free;
  const [left, right] = [cover.left - frame.left, cover.right - frame.left];
  if (left <= 0 && right >= width) free.bottom = Math.max(0, cover.top - frame.top);
  else if (left > width - right) free.right = left;
  else free.left = right;
  return free;
}

/** How far a map must move for a span from..to to stand within low..high with some clearance; the middle if it is too long. */
export function shiftInto(from, to, low, high) {
  const margin = Math.max(0, Math.min(CLEARANCE, (high - low - (to - from)) / 2));
  if (to - from > high - low) return Math.round((from + to - low - high) / 2);
  if (from < low + margin) return Math.round(from - low - margin);
  if (to > high - margin) return Math.round(to - high + margin);
  return 0;
}
