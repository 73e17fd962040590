// A message: its author, time, audience and text.

import { drawCard } from "./cards.js";
import { avatar, h, icon } from "./dom.js";
import { cardOf, keepCard } from "./memory.js";
import { richText } from "./richtext.js";
import { timeOf } from "./times.js";

/** A message's element; its button calls `reply(message)`, its card `submit(message, inputs)`. */
export function drawMessage(message, { reply, submit }) {
  const heading = `by-${message.id}`;
  return h("article", { class: "message", "data-message": message.id, "aria-labelledby": heading },
    avatar(message.by),
    h("div", { class: "message-body" },
      h("header", {}, author(message, heading), replyButton(message, reply), audience(message.audience)),
      words(message),
      message.files.map(file),
      message.card && drawCard(message.card, (inputs) => submit(message, inputs), draftOf(message))));
}

function draftOf({ id }) {
  return { read: () => cardOf(id), keep: (values) => keepCard(id, values) };
}

/** The placeholder for a message that was deleted while somebody looked. */
export function drawDeleted(message) {
  return h("article", { class: "message deleted", "data-message": message.id },
    avatar(message.by),
    h("p", { class: "message-body" }, `${message.by.name} deleted this message.`));
}

function author(message, id) {
  const { by, created, edited } = message;
  return h("p", { class: "author" },
    h("strong", { id }, by.name),
    by.kind === "bot" && h("span", { class: "tag" }, "bot"),
    timeOf(created),
    edited && h("span", { class: "edited" }, "edited"));
}

function audience({ label, isPrivate, sees, unseen }) {
  return h("details", { class: isPrivate ? "audience private" : "audience" },
    h("summary", {}, icon(isPrivate ? "lock" : "people"), h("span", { class: "unseen" }, "Who can see this: "), label),
    h("div", { class: "audience-list" },
      h("p", {}, `Seen by ${sees.join(", ")}.`),
      unseen.length > 0 && h("p", {}, `Not seen by ${unseen.join(", ")}: in a group space, bots only see messages that mention them.`)));
}

function words(message) {
  if (!message.html && !message.text) return null;
  const asText = message.html ? "words" : "words plain";
  return h("div", { class: asText }, ...richText(message));
}

function file({ url, name, size, isImage }) {
  const caption = `${name} (${size})`;
  const picture = isImage && h("img", { src: url, alt: name, loading: "lazy" });
  return h("a", { class: "file", href: url, target: "_blank", rel: "noopener", download: !isImage && name },
    picture || icon("file"), h("span", {}, caption));
}

function replyButton(message, reply) {
  return h("button", { type: "button", class: "reply quiet", onclick: () => reply(message),
    "aria-label": `Reply to ${message.by.name}` }, icon("reply"), "Reply");
}
