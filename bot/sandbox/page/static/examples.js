// Suggestions for an empty space.

import { h } from "./dom.js";

const SENTENCES = JSON.parse(document.body.dataset.examples);

/** Sentences to click, if the space has a bot; otherwise how to add one. */
export function drawExamples(space, { fill, invite }) {
  const bot = space.members.find(({ kind }) => kind === "bot");
  if (bot) return withBot(space, bot, fill);
  const words = `No messages yet. Only ${names(space)} will see what you write.`;
  return [h("p", {}, words), space.kind === "group" && h("button", { type: "button", onclick: invite }, "Invite a bot or a person")];
}

function withBot(space, bot, fill) {
  const mention = space.kind === "direct" ? "" : `@${bot.name} `;
  const why = mention
    ? `No messages yet. ${bot.name} only sees messages that mention it. Try one of these:`
    : `No messages yet. ${bot.name} sees everything in this chat. Try one of these:`;
  const buttons = SENTENCES.map((sentence) => example(mention + sentence, fill));
  return [h("p", {}, why), h("ul", {}, ...buttons)];
}

function example(sentence, fill) {
  return h("li", {}, h("button", { type: "button", class: "example", onclick: () => fill(sentence) }, sentence));
}

function names({ members }) {
  const others = members.filter(({ isMe }) => !isMe).map(({ name }) => name);
  return others.length ? `you and ${others.join(", ")}` : "you";
}
