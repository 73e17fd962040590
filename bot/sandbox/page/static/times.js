// Times of the sandbox's clock, in the reader's time zone and language.

import { h } from "./dom.js";

const clock = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });
const second = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", second: "2-digit" });
const day = new Intl.DateTimeFormat(undefined, { weekday: "long", day: "numeric", month: "long" });
const full = new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeStyle: "medium" });

let ahead = 0;

/** Set the sandbox's clock, which can be ahead of this machine's. */
export function setClock(iso) {
  ahead = Date.parse(iso) - Date.now();
}

export const now = () => new Date(Date.now() + ahead);

export const minutesAhead = () => Math.round(ahead / 60_000);

export const timeOf = (iso) => labelled(iso, clock);
export const secondOf = (iso) => labelled(iso, second);

function labelled(iso, format) {
  const moment = new Date(iso);
  return h("time", { datetime: iso, title: full.format(moment) }, format.format(moment));
}

export function dayOf(iso) {
  const name = day.format(new Date(iso));
  return name === day.format(now()) ? "Today" : name;
}
