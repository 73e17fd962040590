// The person's spaces and direct chats.

import { me } from "./api.js";
import { avatar, byId, h, icon } from "./dom.js";
import { isUnread } from "./memory.js";

const KINDS = [["direct", "direct-spaces"], ["group", "group-spaces"]];

export const spaceUrl = (spaceId) => `/?${new URLSearchParams(spaceId ? { as: me, space: spaceId } : { as: me })}`;

/** Draw both lists; a plain click calls `open(spaceId)`, others are left to the browser. */
export function drawSpaces(spaces, openId, open) {
  const focused = document.activeElement?.dataset?.space;
  for (const [kind, listId] of KINDS) {
    const rows = spaces.filter((space) => space.kind === kind);
    byId(listId).replaceChildren(...rows.map((space) => row(space, space.id === openId, open)));
  }
  if (focused) document.querySelector(`[data-space="${CSS.escape(focused)}"]`)?.focus();
}

function row(space, isOpen, open) {
  const unread = !isOpen && isUnread(space);
  const link = h("a", {
    href: spaceUrl(space.id),
    class: unread ? "space unread" : "space",
    "data-space": space.id,
    "aria-current": isOpen && "page",
    onclick: (event) => plainClick(event) && open(space.id),
  }, sign(space), h("span", { class: "space-words" }, title(space, unread), excerpt(space)));
  return h("li", {}, link);
}

function title(space, unread) {
  const mark = unread && h("span", { class: "dot" }, h("span", { class: "unseen" }, "unread"));
  return h("span", { class: "space-title" }, h("span", { class: "clip" }, space.title), mark);
}

function excerpt({ kind, latest }) {
  const words = latest ? `${by(kind, latest)}${latest.excerpt}` : "No messages yet";
  return h("span", { class: "space-excerpt clip" }, words);
}

function by(kind, latest) {
  if (latest.mine) return "You: ";
  return kind === "direct" ? "" : `${latest.by}: `;
}

function sign(space) {
  return space.kind === "direct"
    ? avatar(space.other)
    : h("span", { class: "avatar group", "aria-hidden": "true" }, icon("people"));
}

function plainClick(event) {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.button) return false;
  event.preventDefault();
  return true;
}
