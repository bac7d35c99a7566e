// Whether a place is open, from its hours in the short form that OpenStreetMap uses: "Mo-Fr 09:00-17:00; Sa 10:00-13:00".
// What is written in another way is not known, and nothing is said about it.

const DAYS = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
const RULE = /^((?:Mo|Tu|We|Th|Fr|Sa|Su)(?:[-,](?:Mo|Tu|We|Th|Fr|Sa|Su))*) (\d{2}:\d{2}-\d{2}:\d{2}(?:,\d{2}:\d{2}-\d{2}:\d{2})*)$/;
const ALWAYS = "24/7";
const MINUTES_A_DAY = 1440;

/** The weekday (0 is Monday) and the minute of the day at a moment in a time zone; the device's own where that is not known. */
export function clockIn(timeZone, moment) {
  const options = { weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  let parts;
  try {
    parts = new Intl.DateTimeFormat("en-US", { ...options, timeZone: timeZone || undefined }).formatToParts(moment);
  } catch {
    parts = new Intl.DateTimeFormat("en-US", options).formatToParts(moment);
  }
  const part = (type) => parts.find((found) => found.type === type).value;
  return { day: DAYS.indexOf(part("weekday").slice(0, 2)), minute: Number(part("hour")) * 60 + Number(part("minute")) };
}

/** true, false, or null where the hours are not known. */
export function isOpen(hours, { day, minute }) {
  if (typeof hours !== "string" || hours.trim() === "") return null;
  if (hours.trim() === ALWAYS) return true;
  const spans = hours.split(";").map((rule) => spansOf(rule.trim()));
  if (spans.includes(null)) return null;
  const yesterday = (day + 6) % 7;
  return spans
    .flat()
    .some(({ days, from, to }) =>
      from < to
        ? days.has(day) && minute >= from && minute < to
        : (days.has(day) && minute >= from) || (days.has(yesterday) && minute < to),
    );
}

/** One rule as spans of minutes; one that ends at or before its begin goes on after midnight. */
function spansOf(rule) {
  const match = RULE.exec(rule);
  if (!match) return null;
  const days = daysOf(match[1]);
  return match[2].split(",").map((span) => {
    const [from, to] = span.split("-").map(minutesOf);
    return { days, from, to: to === MINUTES_A_DAY ? to : to % MINUTES_A_DAY };
  });
}

function daysOf(words) {
  const days = new Set();
  for (const range of words.split(",")) {
    const [first, last = first] = range.split("-").map((day) => DAYS.indexOf(day));
    for (let day = first; ; day = (day + 1) % 7) {
      days.add(day);
      if (day === last) break;
    }
  }
  return days;
}

function minutesOf(time) {
  const [hour, minute] = time.split(":").map(Number);
  return hour * 60 + minute;
}
