// The person's emails, newest first, as a mail reader shows them.

import { address, read } from "./api.js";
import { byId, h } from "./dom.js";
import { coalesced } from "./live.js";
import { received } from "./panels.js";
import { timeOf } from "./times.js";

const FRAME = "allow-popups allow-popups-to-escape-sandbox";
const drawn = new Set();

/** Reload the inbox. Elements stay in place, since a moved frame would reload. */
export const readInbox = coalesced(async () => {
  const { mails } = await read("mails");
  byId("inbox").hidden = !mails.length;
  received("mails", mails.length);
  const fresh = mails.filter(({ id }) => !drawn.has(id));
  byId("mails").prepend(...fresh.map((mail, place) => draw(mail, place === 0)));
  fresh.forEach(({ id }) => drawn.add(id));
});

function draw(mail, isOpen) {
  const body = h("div", { class: "mail-body" });
  const details = h("details", { class: "mail", open: isOpen }, head(mail), body);
  const fill = () => details.open && !body.childElementCount && body.append(...content(mail));
  details.addEventListener("toggle", fill);
  fill();
  return h("li", {}, details);
}

function head({ subject, sender, received }) {
  return h(
    "summary",
    {},
    h("strong", {}, subject),
    h("span", { class: "mail-from" }, h("span", { class: "clip" }, sender), timeOf(received)),
  );
}

function content(mail) {
  const src = address(`mails/${mail.id}/page`);
  const frame = h("iframe", { src, sandbox: FRAME, title: `Email: ${mail.subject}`, loading: "lazy" });
  const answers = h("p", { class: "mail-answers" }, `Replies go to ${mail.answersTo}.`);
  return [mail.entry && calendar(mail.entry), frame, answers].filter(Boolean);
}

function calendar({ cancelled, summary, when, host, remindMinutes }) {
  const reminder = remindMinutes === null ? null : `Reminder ${remindMinutes} minutes before`;
  const rows = [when, `Invited by ${host}`, reminder].filter(Boolean);
  return h(
    "section",
    { class: cancelled ? "entry cancelled" : "entry", "aria-label": "In the calendar" },
    h("p", { class: "entry-state" }, cancelled ? "Removed from the calendar" : "In the calendar"),
    h("strong", {}, summary),
    ...rows.map((row) => h("p", {}, row)),
  );
}
