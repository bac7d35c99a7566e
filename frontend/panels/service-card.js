// What is known about a service site.

import { h } from "../lib/dom.js";
import { day, listing, telHref, webHref } from "../lib/format.js";
import { isOpen } from "../lib/hours.js";
import { named, words } from "../lib/i18n.js";
import { languageName, languagesOf } from "../lib/providers.js";

export function serviceContent({ geometry, properties }, clock) {
  const texts = words.card;
  const answers = { true: texts.yes, yes: texts.yes, false: texts.no, no: texts.no, case_by_case: texts.byCase };
  const tel = telHref(properties.phone);
  const web = webHref(properties.url);
  const open = isOpen(properties.opening_hours, clock);
  const rows = [
    [texts.organization, properties.organization],
    [texts.category, properties.category_name ? named("category", properties.category, properties.category_name) : texts.notStated],
    [texts.address, properties.confidential ? texts.confidential : properties.address],
    [texts.phone, tel ? h("a", { href: tel }, properties.phone) : properties.phone],
    [texts.hours, hoursOf(properties.hours, open)],
    [texts.eligibility, properties.eligibility],
    [texts.records, answers[properties.accepts_records] ?? texts.notStated],
    [texts.languages, listing(languagesOf(properties).map(languageName))],
    [texts.wheelchair, answers[properties.wheelchair] ?? properties.wheelchair],
    [texts.website, web ? h("a", { href: web, rel: "noopener noreferrer" }, new URL(web).hostname) : null],
    [texts.verified, properties.last_verified ? day(properties.last_verified) : texts.notStated],
  ];
  return [
    h("dl", {}, rows.filter(([, value]) => value).map(([name, value]) => [h("dt", {}, name), h("dd", {}, value)])),
    geometry ? null : h("p", { class: "quiet" }, texts.offMap),
  ];
}

function hoursOf(hours, open) {
  if (!hours) return null;
  if (open === null) return hours;
  return [h("strong", {}, open ? words.card.openNow : words.card.closedNow), h("br"), hours];
}
