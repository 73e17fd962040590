// The messages of the open space, with days and threads, updated live.
// An unchanged message keeps its element, so that a half-filled card keeps its inputs and the
// focus.

import { byId, h } from "./dom.js";
import { drawDeleted, drawMessage } from "./message.js";
import { dayOf } from "./times.js";

const NEAR_PIXELS = 120;

export class Messages {
  constructor(handlers) {
    this.handlers = handlers;
    this.list = byId("messages");
    this.more = byId("more");
    this.scroller = byId("scroller");
    this.clear();
    this.more.addEventListener("click", () => this.toEnd());
    this.scroller.addEventListener("scroll", () => this.scrolled());
    // Pictures grow as they load, and a banner takes room away.
    const resized = new ResizeObserver(() => this.isPinned && this.toEnd());
    resized.observe(this.list);
    resized.observe(this.scroller);
  }

  clear() {
    this.known = new Map();
    this.isFirst = true;
    this.isPinned = true;
    this.lastTop = 0;
    this.list.replaceChildren();
    this.more.hidden = true;
  }

  /** Draw the space's messages; returns those that are new since last time. */
  show(messages) {
    const wasAtEnd = this.isFirst || this.isPinned;
    const arrived = this.isFirst ? [] : messages.filter(({ id }) => !this.known.has(id));
    this.remember(messages);
    place(this.list, this.days());
    if (wasAtEnd || arrived.some(({ mine }) => mine)) this.toEnd();
    else if (arrived.length) this.more.hidden = false;
    this.isFirst = false;
    return arrived;
  }

  remember(messages) {
    const present = new Set(messages.map(({ id }) => id));
    for (const message of messages) this.update(message);
    for (const entry of this.known.values()) {
      if (!present.has(entry.message.id) && !entry.isDeleted) this.bury(entry);
    }
  }

  update(message) {
    const version = JSON.stringify(message);
    if (this.known.get(message.id)?.version === version) return;
    const drawn = { message, version, element: drawMessage(message, this.handlers) };
    this.known.set(message.id, Object.assign(this.known.get(message.id) ?? {}, drawn));
  }

  bury(entry) {
    entry.isDeleted = true;
    entry.element = drawDeleted(entry.message);
  }

  /** The list items in order: for each day a divider, then its messages with their threads. */
  days() {
    const entries = [...this.known.values()].sort(byTime);
    const roots = entries.filter(({ message }) => !this.known.has(message.parentId));
    let day = null;
    return roots.flatMap((root) => {
      const divider = day === dayOf(root.message.created) ? [] : [this.divider(day = dayOf(root.message.created))];
      return [...divider, this.thread(root, entries)];
    });
  }

  divider(day) {
    const found = this.list.querySelector(`:scope > [data-day="${CSS.escape(day)}"]`);
    return found || h("li", { class: "day", "data-day": day }, h("span", {}, day));
  }

  thread(root, entries) {
    const item = root.item ??= h("li", { class: "thread" });
    const replies = entries.filter(({ message }) => message.parentId === root.message.id);
    const list = replies.length ? [this.replies(root, replies)] : [];
    place(item, [root.element, ...list]);
    return item;
  }

  replies(root, replies) {
    root.list ??= h("ol", { class: "replies", "aria-label": `Replies to ${root.message.by.name}` });
    place(root.list, replies.map((reply) => {
      reply.item ??= h("li");
      place(reply.item, [reply.element]);
      return reply.item;
    }));
    return root.list;
  }

  /** Stay at the end as the messages grow, until the reader scrolls up. */
  scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    const isNear = scrollHeight - scrollTop - clientHeight < NEAR_PIXELS;
    if (isNear || scrollTop < this.lastTop) this.isPinned = isNear;
    if (isNear) this.more.hidden = true;
    this.lastTop = scrollTop;
  }

  toEnd() {
    this.isPinned = true;
    this.scroller.scrollTop = this.scroller.scrollHeight;
    this.lastTop = this.scroller.scrollTop;
    this.more.hidden = true;
  }
}

function byTime(one, other) {
  return Date.parse(one.message.created) - Date.parse(other.message.created);
}

/** Set the children of `parent`, moving only those out of place. */
function place(parent, children) {
  const wanted = new Set(children);
  for (const child of [...parent.childNodes]) if (!wanted.has(child)) child.remove();
  children.forEach((child, index) => {
    if (parent.childNodes[index] !== child) parent.insertBefore(child, parent.childNodes[index] ?? null);
  });
}
