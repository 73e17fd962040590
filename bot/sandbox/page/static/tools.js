// The developer tools: the clock, outages, and the calls.

import { Refused, read, send } from "./api.js";
import { byId, h } from "./dom.js";
import { minutesAhead, now, setClock } from "./times.js";
import { startTraffic, stopTraffic } from "./traffic.js";

const moment = new Intl.DateTimeFormat(undefined, {
  weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", second: "2-digit",
});

let ticking = null;

/** Show on the button what is unusual: outages, and a clock that is ahead. */
export function markTools(outages) {
  const marks = [outages && `${outages} ${outages === 1 ? "outage" : "outages"}`, aheadWords()].filter(Boolean);
  byId("tools-mark").textContent = marks.join(", ");
}

function aheadWords() {
  const minutes = minutesAhead();
  if (minutes < 1) return "";
  const parts = [[Math.floor(minutes / 1440), "d"], [Math.floor((minutes % 1440) / 60), "h"], [minutes % 60, "min"]];
  return `+${parts.filter(([number]) => number).map(([number, unit]) => `${number} ${unit}`).join(" ")}`;
}

function drawClock() {
  byId("clock").textContent = moment.format(now());
  byId("clock").dateTime = now().toISOString();
  byId("clock-ahead").textContent = aheadWords() && `(${aheadWords()})`;
}

function draw({ now: time, movesBot, outages }) {
  setClock(time);
  byId("with-bot").hidden = !movesBot;
  byId("without-bot").hidden = movesBot;
  drawClock();
  for (const { name, title, on } of outages) checkbox(name, title).checked = on;
  markTools(outages.filter(({ on }) => on).length);
}

/** The checkbox of an outage, which stays in place, so that it keeps the focus. */
function checkbox(name, title) {
  const found = document.querySelector(`#outages [name="${CSS.escape(name)}"]`);
  if (found) return found;
  const box = h("input", { type: "checkbox", name, onchange: () => change("outages", { name, on: box.checked }) });
  byId("outages").append(h("li", {}, h("label", { class: "option" }, box, title)));
  return box;
}

async function change(path, body) {
  await attempt(() => send(path, body));
}

async function attempt(ask) {
  try {
    draw(await ask());
    byId("tools-refusal").textContent = "";
  } catch (refusal) {
    if (!(refusal instanceof Refused)) throw refusal;
    byId("tools-refusal").textContent = refusal.message;
  }
}

function toggle() {
  const isOpen = document.body.classList.toggle("in-tools");
  byId("tools").hidden = !isOpen;
  byId("tools-toggle").setAttribute("aria-expanded", isOpen);
  clearInterval(ticking);
  if (!isOpen) return stopTraffic();
  attempt(() => read("tools"));
  ticking = setInterval(drawClock, 1000);
  return startTraffic();
}

byId("tools-toggle").addEventListener("click", toggle);
for (const button of document.querySelectorAll("#tools [data-minutes]")) {
  button.addEventListener("click", () => change("clock", { minutes: Number(button.dataset.minutes) }));
}
