// Times in the reader's time zone and language.

import { h } from "./dom.js";

const clock = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });
const day = new Intl.DateTimeFormat(undefined, { weekday: "long", day: "numeric", month: "long" });
const full = new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeStyle: "medium" });

export function timeOf(iso) {
  const moment = new Date(iso);
  return h("time", { datetime: iso, title: full.format(moment) }, clock.format(moment));
}

export function dayOf(iso) {
  const name = day.format(new Date(iso));
  return name === day.format(new Date()) ? "Today" : name;
}
