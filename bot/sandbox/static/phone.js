// The phone of whoever one is: the texts that came to it, newest first.

import { read } from "./api.js";
import { byId, h } from "./dom.js";
import { richText } from "./richtext.js";
import { timeOf } from "./times.js";

/** Read the texts anew and draw the phone; nobody without a phone has one drawn. */
export async function readPhone() {
  const { name, number, texts } = await read("phone");
  const phone = byId("phone");
  phone.hidden = !number;
  const none = h("p", { class: "phone-none" }, "No texts yet. Say: meet ", h("code", {}, number));
  phone.replaceChildren(
    h("h2", { id: "phone-title" }, `${name.split(" ")[0]}’s phone`, h("small", {}, number)),
    texts.length ? h("ol", {}, texts.map(drawText)) : none);
}

function drawText({ id, number, text, created, mine }) {
  const to = mine ? "" : `To ${number}`;
  return h("li", { class: "text", "data-text": id },
    h("p", { class: "bubble" }, ...richText({ text })),
    h("p", { class: "text-facts" }, to, timeOf(created)));
}
