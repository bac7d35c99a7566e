// How numbers, and their absence, are said.

const people = "people under supervision";

export const numbers = {
  measures: {
    sites: "Service sites",
    sitesOf: (category) => `Service sites: ${category}`,
    sitesAbout: "Service sites with a public address in the area. Sites whose address is confidential count nowhere.",
    nearest: "Distance to the nearest service",
    nearestOf: (category) => `Distance to the nearest service: ${category}`,
    nearestAbout: "Straight line from a point in the middle of the area to the nearest service site with a public address.",
    sitesProse: (n, one) => `${n} service ${one ? "site" : "sites"}`,
    noSites: "no service sites",
    miles: (n) => `${n} mi`,
    milesProse: (n) => `${n} miles to the nearest service`,
    under: (n) => `under ${n}`,
    noneNear: "no service site known",
  },

  gaps: {
    gap: { walk: "Service gap, on foot", drive: "Service gap, by car", transit: "Service gap, by public transport" },
    gapOf: { walk: (category) => `Service gap on foot: ${category}`, drive: (category) => `Service gap by car: ${category}`, transit: (category) => `Service gap by public transport: ${category}` },
    gapAbout: {
      walk: "People who go without an even share of the services within 30 minutes on foot. Where numbers are hidden or rounded, only bounds are known; the color shows the least.",
      drive: "People who go without an even share of the services within 30 minutes by car. Where numbers are hidden or rounded, only bounds are known; the color shows the least.",
      transit: "People who go without an even share of the services within 30 minutes by public transport on a weekday morning, on foot where that is faster. Where numbers are hidden or rounded, only bounds are known; the color shows the least.",
    },
    minutesOf: { walk: (category) => `Minutes on foot to the nearest: ${category}`, drive: (category) => `Minutes by car to the nearest: ${category}`, transit: (category) => `Minutes by public transport to the nearest: ${category}` },
    gapProse: (n, one) => `${n} ${one ? "person goes" : "people go"} without`,
    both: (gap, minutes) => `${gap} without, ${minutes} to the nearest`,
    noGap: "nobody goes without",
    whatIf: "What if there were other sites?",
    minutes: (n) => `${n} min`,
    tooLong: "more than 60 min",
    atLeast: (range) => `at least ${range}`,
    legend: (level, day) => `People per ${level}, of the numbers of ${day}`,
    inPlace: (category, place) => `people go without ${category} services${place ? ` in ${place}` : ""}`,
    far: (areas, minutes) => `${areas} where half of the homes are more than ${minutes} minutes from one`,
  },

  cell: {
    hidden: "Hidden for privacy",
    hiddenProse: "hidden for privacy",
    noData: "No data",
    noDataProse: "no data",
    nobody: "Nobody (0)",
    about: (n) => `about ${n}`,
    prose: (n, measure) => `${n} ${measure}`,
    noneProse: (measure) => `no ${measure}`,
    range: (from, to) => `${from} to ${to}`,
    unstable: "unstable",
    unstableLegend: "Unstable (fewer than 20)",
    unstableWhy: "Unstable: fewer than 20 people, so that chance alone changes it much",
    lowHitRate: "Fewer than 85 % of the addresses that belong to this area were found: its numbers are too low.",
    notPublished: "Not published",
  },

  rounding: {
    bands: "Counts are given as bands.",
    base: (n) => `Counts are rounded to multiples of ${n}.`,
    none: "Counts are not rounded.",
    threshold: (k) => `Counts below ${k}, and some others, are hidden for privacy.`,
    short: (n) => `rounded to multiples of ${n}`,
    shortBands: (day) => `${day ? `new since ${day}, ` : ""}in bands`,
  },

  caption: (measure, level, place, day) => `${measure} by ${level}${place ? ` in ${place}` : ""}${day ? `, ${day}` : ""}.`,
  legendNote: (level, day) => `People per ${level} on ${day}`,
  legendServices: (level) => `Per ${level}, from the service directory`,
  why: {
    question: "Why is this hidden?",
    some: "Why are some numbers hidden?",
    more: "More about hidden numbers and what the signs mean",
    small: (k) => (k ? `Counts below ${k} are hidden` : "Small counts are hidden"),
    rest: ", so that nobody can be recognized from a number. So are counts that come from very few addresses, and other counts that would let a hidden one be worked out by adding or subtracting.",
    notSmall:
      "Hidden does not mean small: an area may be hidden only to protect its neighbors. The same numbers are hidden from everybody.",
  },

  summary: {
    inPlace: (measure, place) => `${measure}${place ? ` in ${place}` : ""}`,
    figure: (known, total) => `${known} of ${total}`,
    withNumber: (areas) => `${areas} with a number`,
    hidden: (n) => `${n} hidden for privacy`,
    noData: (n) => `${n} without data`,
    sites: (one, kind) => `service ${one ? "site" : "sites"}${kind ? ` for ${kind}` : ""}`,
    unplaced: (n) => `${n} not on the map`,
    sitesFailed: "service sites could not be loaded",
    withSite: (areas, kind) => `${areas} have a service site${kind ? ` for ${kind}` : ""}`,
    farthest: (place) => `is the farthest that the middle of an area is from a service (${place})`,
    belowGate: (reason) =>
      `Fewer than 85 % of the addresses were found for this date, so areas may show too few people. The reason it was published: ${reason}`,
  },

  notMapped: {
    shown: (n, outcome) => `${n} people ${outcome} and are on no map.`,
    hidden: (outcomes, others, most) =>
      `${others ? "Other reasons" : "Possible reasons"} (${outcomes}): hidden for privacy. Hidden can be ${most ? `any number from 0 to ${most}` : "any small number, or 0"}.`,
    unknown: (name) => [`are recorded as “${name}”`, name],
    outcomes: {
      no_fixed_address: ["have no fixed address", "no fixed address"],
      correctional_facility: ["are in a correctional facility", "a correctional facility"],
      po_box: ["have only a post-office box", "a post-office box"],
      out_of_jurisdiction: ["live outside the jurisdiction", "an address outside the jurisdiction"],
      blank: ["have no address on record", "no address on record"],
      unmatched: ["have an address that could not be found", "an address that could not be found"],
      ambiguous: ["have an address that could be several places", "an address that could be several places"],
      rural_route: ["have only a rural route", "a rural route"],
      in_no_area: ["have an address in no mapped area", "an address in no mapped area"],
      in_no_atom: ["have an address in an area where nobody is known to live", "an address where nobody is known to live"],
    },
  },

  rates: {
    rate: "Per 1,000 residents",
    quotient: "Location quotient",
    residents: "Residents",
    blank: {
      hidden: ["Hidden", "none, since a number that it needs is hidden for privacy"],
      residents_unknown: ["Residents unknown", "none, since it is not known how many people live here"],
      few_residents: ["Too few residents", "none, since fewer than 100 people live here"],
      large_share: ["Too few residents", "none, since the count is more than 20 % of the residents, who may be out of date"],
      nobody: ["Nobody to compare", "none, since there is nobody to compare with"],
      unknown: ["No data", "no data"],
    },
    none: (title, why) => `${title}: ${why}.`,
    rateProse: (title, n, residents) => `${title}: ${n} (of ${residents} residents).`,
    quotientProse: (title, n, { all, measure, place }) =>
      `${title}: ${n}. Among ${all ? "residents" : people}, ${measure} are ${n} times as common as in ${place ? `all of ${place}` : "the whole jurisdiction"}.`,
    source: (apportioned, source, day) =>
      `Residents are of every age, ${apportioned ? "apportioned from" : "as stated by"} “${source}”, areas of ${day}.`,
    fromRounded: "The figures beside the counts are made of the rounded counts.",
    hiddenToo: "Where a count is hidden, so are they.",
    noResidents: "Without rates, since it is not known how many people live here.",
  },

  table: {
    label: "Table",
    name: "Name",
    find: "Find in the table",
    found: (n, total) => `${n} of ${total} areas`,
    copy: "Copy the table",
    copied: "The table is in the clipboard.",
    notCopied: "The browser did not allow copying.",
    csv: "Download the table (CSV)",
    geojson: "Download GeoJSON",
    change: "Change",
    status: "Status",
  },

  compare: {
    on: (day, words) => `On ${day}: ${words}`,
    change: (words) => `Change between the published numbers: ${words}.`,
    none: "no change",
    notKnown: "not known, since one of them is not shown",
    note: "Both numbers are rounded, so a change of up to twice the rounding may be none.",
    areas: "Compare with another area",
  },
};
