// Writing: drafts for each space, replies in a thread, mentions, Enter to send.

import { Refused } from "./api.js";
import { Completion } from "./completion.js";
import { byId, h } from "./dom.js";
import { draftOf, keepDraft } from "./memory.js";
import { pieces, toMarkdown } from "./mentions.js";

export class Composer {
  constructor({ onSend, onAbsent }) {
    this.onSend = onSend;
    this.onAbsent = onAbsent;
    this.outsiders = [];
    this.field = byId("text");
    this.chosen = new Map();
    this.people = [];
    this.parent = null;
    this.completion = new Completion(this.field, {
      people: () => this.people,
      onPick: (person) => this.picked(person),
    });
    this.field.addEventListener("input", () => this.changed());
    this.field.addEventListener("keydown", (event) => this.key(event));
    byId("composer").addEventListener("submit", (event) => this.submit(event));
    byId("stop-reply").addEventListener("click", () => this.replyTo(null));
  }

  /** Switch to a space: complete its members, restore its draft. */
  open(space) {
    const { text, parent } = draftOf(space.id);
    this.spaceId = space.id;
    this.field.placeholder = `Message ${space.title}`;
    this.field.value = text;
    this.showParent(parent);
    this.members(space);
    this.say("");
  }

  members(space) {
    this.people = space.members.filter(({ isMe }) => !isMe);
    this.mirror();
  }

  fill(text) {
    this.field.value = text;
    this.changed();
    this.focus();
  }

  focus() {
    this.field.focus();
    this.field.setSelectionRange(this.field.value.length, this.field.value.length);
  }

  replyTo(message) {
    this.showParent(message && { rootId: message.parentId || message.id, words: quoted(message) });
    this.changed();
    this.focus();
  }

  showParent(parent) {
    this.parent = parent;
    byId("replying").hidden = !parent;
    byId("replying-to").textContent = parent ? parent.words : "";
  }

  picked(person) {
    this.chosen.set(person.name, person.id);
    this.changed();
  }

  changed() {
    keepDraft(this.spaceId, { text: this.field.value, parent: this.parent });
    this.mirror();
  }

  /** The same text lies behind the field, to highlight mentions. */
  mirror() {
    const parts = pieces(this.field.value, this.people, this.chosen);
    const drawn = parts.map((part) => (typeof part === "string" ? part : h("mark", {}, part.text)));
    byId("mirror").replaceChildren(...drawn, "\u200b");
  }

  key(event) {
    if (event.isComposing) return;
    if (this.completion.takes(event.key)) event.preventDefault();
    else if (event.key === "Escape" && this.parent) this.replyTo(null);
    else if (event.key === "Enter" && !event.shiftKey) this.submit(event);
  }

  async submit(event) {
    event.preventDefault();
    const markdown = toMarkdown(this.field.value, this.people, this.chosen);
    if (!markdown) return;
    const kept = { text: this.field.value, parent: this.parent };
    const body = { spaceId: this.spaceId, markdown, parentId: this.parent?.rootId };
    const absent = this.absentBot();
    this.clear();
    try {
      await this.onSend(body);
      if (absent && body.spaceId === this.spaceId) byId("absent-bot").replaceChildren(...this.onAbsent(absent));
    } catch (refusal) {
      this.restore(body.spaceId, kept, refusal);
    }
  }

  /** A bot that was mentioned, but isn't in this space; a mention of it is only text. */
  absentBot() {
    const bots = this.outsiders.filter(({ kind }) => kind === "bot");
    const mention = pieces(this.field.value, [...this.people, ...bots]).find(({ person }) => bots.includes(person));
    return mention?.person;
  }

  clear() {
    this.write({ text: "", parent: null });
    this.completion.close();
    this.say("");
  }

  write({ text, parent }) {
    this.field.value = text;
    this.showParent(parent);
    this.changed();
  }

  restore(spaceId, kept, refusal) {
    if (!(refusal instanceof Refused)) throw refusal;
    keepDraft(spaceId, kept);
    if (spaceId !== this.spaceId) return;
    this.write(kept);
    this.say(`Not sent. ${refusal.message}`);
  }

  say(words) {
    byId("refusal").textContent = words;
    byId("absent-bot").replaceChildren();
  }
}

function quoted({ by, text }) {
  return `Replying to ${by.name}: ${text || "a card or a file"}`;
}
