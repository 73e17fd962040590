// The calls, webhooks and emails as they happen, newest first, with their bodies.

import { address } from "./api.js";
import { byId, h } from "./dom.js";
import { secondOf } from "./times.js";

const MOST = 300;

let source = null;
let last = 0;

/** Show exchanges as they happen, until `stopTraffic` is called. */
export function startTraffic() {
  source = new EventSource(address("traffic", { after: last }));
  source.addEventListener("message", ({ data }) => add(JSON.parse(data)));
  window.addEventListener("pagehide", stopTraffic);
}

export function stopTraffic() {
  source?.close();
  source = null;
}

function add(exchange) {
  if (exchange.number <= last) return;
  last = exchange.number;
  const item = draw(exchange);
  item.hidden = !fits(item);
  byId("traffic").prepend(item);
  byId("traffic").children[MOST]?.remove();
}

/** The change that Webex tells of, such as "messages created". */
function changeIn({ caller, sent }) {
  if (caller !== "Webex") return "";
  const { resource, event, data } = JSON.parse(sent);
  return resource ? `${resource} ${event}` : data?.activity?.verb ?? "";
}

function draw(exchange) {
  const { at, caller, method, address: to, status, milliseconds } = exchange;
  const isSent = method === "WEBSOCKET";
  const isGood = isSent || (status !== null && status < 400);
  const details = h("details", { class: "exchange" },
    h("summary", {},
      h("span", { class: "exchange-line" }, h("strong", {}, method), " ", h("span", { class: "exchange-address" }, to)),
      h("span", { class: "exchange-facts" }, secondOf(at), h("span", {}, caller), h("span", {}, changeIn(exchange)),
        h("span", { class: isGood ? "good-status" : "bad-status" }, String(status ?? (isSent ? "sent" : "no answer"))), `${milliseconds} ms`)));
  details.addEventListener("toggle", () => details.childElementCount === 1 && details.append(...bodies(exchange)));
  return h("li", { "data-words": `${method} ${to} ${caller} ${status}`.toLowerCase() }, details);
}

function bodies({ sent, answered }) {
  return [["Sent", sent], ["Answered", answered]].map(([title, body]) =>
    h("div", { class: "exchange-body" }, h("h4", {}, title), body ? h("pre", { tabindex: "0" }, body) : h("p", {}, "Nothing")));
}

const fits = (item) => item.dataset.words.includes(byId("traffic-filter").value.trim().toLowerCase());

byId("traffic-filter").addEventListener("input", () => {
  for (const item of byId("traffic").children) item.hidden = !fits(item);
});
byId("traffic-clear").addEventListener("click", () => byId("traffic").replaceChildren());
