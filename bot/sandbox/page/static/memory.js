// What the browser stores for each person: drafts, half-filled cards, and how far they have read.

import { me } from "./api.js";

const RUN = "chat:run";
const SWITCHED = "chat:switched";

const key = (what, id, who) => `chat:${who}:${what}:${id}`;

function recall(what, id, who = me) {
  return JSON.parse(localStorage.getItem(key(what, id, who)) || "null");
}

function keep(what, id, value) {
  if (value) localStorage.setItem(key(what, id, me), JSON.stringify(value));
  else localStorage.removeItem(key(what, id, me));
}

/** Forget everything about an earlier run of the sandbox: nothing of it is left. */
export function forgetOtherRuns(run) {
  if (localStorage.getItem(RUN) === run) return;
  const ours = Object.keys(localStorage).filter((name) => name.startsWith("chat:") && name !== SWITCHED);
  for (const name of ours) localStorage.removeItem(name);
  localStorage.setItem(RUN, run);
}

export const draftOf = (spaceId) => recall("draft", spaceId) || { text: "", parent: null };

export function keepDraft(spaceId, draft) {
  keep("draft", spaceId, draft.text || draft.parent ? draft : null);
}

export const cardOf = (messageId) => recall("card", messageId);
export const keepCard = (messageId, values) => keep("card", messageId, values);

export function markRead(space) {
  if (space.latest) keep("read", space.id, { id: space.latest.id, created: space.latest.created });
}

/** Whether somebody has unread messages by others there; ids decide between equal times. */
export function isUnread({ id, latest }, who = me) {
  if (!latest || latest.mine) return false;
  const seen = recall("read", id, who);
  return !seen || (latest.id !== seen.id && latest.created >= seen.created);
}

export const markReceived = (count) => keep("received", "all", count);

/** Whether somebody has emails or text messages that they haven't seen. */
export const hasReceived = ({ email, received }) => received > (recall("received", "all", email) ?? 0);

export const hasSwitched = () => localStorage.getItem(SWITCHED) !== null;
export const markSwitched = () => localStorage.setItem(SWITCHED, "yes");
