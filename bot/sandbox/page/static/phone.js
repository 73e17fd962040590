// The person's phone: its text messages, newest first.

import { read } from "./api.js";
import { byId, h } from "./dom.js";
import { coalesced } from "./live.js";
import { received } from "./panels.js";
import { richText } from "./richtext.js";
import { timeOf } from "./times.js";

let drawn = -1;

/** Reload the text messages. Elements stay in place, since somebody may be selecting text. */
export const readPhone = coalesced(async () => {
  const { name, number, texts } = await read("phone");
  byId("phone").hidden = !number;
  received("texts", texts.length);
  if (drawn !== texts.length) draw(name.split(" ")[0], number, texts);
  drawn = texts.length;
});

function draw(name, number, texts) {
  const none = h("p", { class: "phone-none" }, "No texts yet. Say: meet ", h("code", {}, number));
  byId("phone").replaceChildren(
    h("h2", { id: "phone-title" }, `${name}’s phone`, h("small", {}, number)),
    texts.length ? h("ol", {}, texts.map(drawText)) : none);
}

function drawText({ id, number, text, created, mine }) {
  const to = mine ? "" : `To ${number}`;
  return h("li", { class: "text", "data-text": id },
    h("p", { class: "bubble" }, ...richText({ text })),
    h("p", { class: "text-facts" }, to, timeOf(created)));
}
