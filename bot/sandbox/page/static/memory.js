// What the browser stores for each person: drafts, and how far they have read.

import { me } from "./api.js";

const key = (what, spaceId) => `chat:${me}:${what}:${spaceId}`;

function recall(what, spaceId) {
  return JSON.parse(localStorage.getItem(key(what, spaceId)) || "null");
}

function keep(what, spaceId, value) {
  if (value) localStorage.setItem(key(what, spaceId), JSON.stringify(value));
  else localStorage.removeItem(key(what, spaceId));
}

export const draftOf = (spaceId) => recall("draft", spaceId) || { text: "", parent: null };

export function keepDraft(spaceId, draft) {
  keep("draft", spaceId, draft.text || draft.parent ? draft : null);
}

export function markRead(space) {
  if (space.latest) keep("read", space.id, { id: space.latest.id, created: space.latest.created });
}

/** Whether there are unread messages by others; ids decide between equal times. */
export function isUnread({ id, latest }) {
  if (!latest || latest.mine) return false;
  const seen = recall("read", id);
  return !seen || (latest.id !== seen.id && latest.created >= seen.created);
}
