// The page: which space is open, and what reloads when something changes.

import { Refused, read, send } from "./api.js";
import { Composer } from "./composer.js";
import { drawCast } from "./cast.js";
import { byId, h } from "./dom.js";
import { drawExamples } from "./examples.js";
import { readInbox } from "./inbox.js";
import { coalesced, listen } from "./live.js";
import { forgetOtherRuns, markRead } from "./memory.js";
import { Messages } from "./messages.js";
import { readPhone } from "./phone.js";
import { pick } from "./picker.js";
import { drawSpaces, spaceUrl } from "./spaces.js";
import { setClock } from "./times.js";
import { markTools } from "./tools.js";

const CHOOSE = "Choose a space on the left, or message someone.";
const ALONE = "No messages yet. They appear here, or you can message someone.";

let people = [];
let spaces = [];
let openId = new URLSearchParams(location.search).get("space");

const composer = new Composer({ onSend: (body) => send("messages", body), onAbsent: suggestInviting });
const messages = new Messages({
  reply: (message) => composer.replyTo(message),
  submit: (message, inputs) => send("actions", { messageId: message.id, inputs }),
});

const openSpace = () => spaces.find(({ id }) => id === openId);
const firstSpace = () => spaces.find(({ members }) => members.some(({ kind }) => kind === "bot")) ?? spaces[0];
const isWide = () => window.matchMedia("(min-width: 760px)").matches;

const readSpaces = coalesced(async () => {
  const state = await read("state");
  ({ people, spaces } = state);
  setClock(state.now);
  markTools(state.outages);
  drawCast(state.cast);
  if (!openSpace() && isWide() && spaces.length) show(firstSpace().id, "replaceState");
  draw();
});

const readMessages = coalesced(async () => {
  const asked = openId;
  if (!openSpace()) return;
  const { messages: found } = await read("messages", { space: asked });
  if (asked === openId) drawMessages(found);
});

const readAll = () => reached(async () => {
  await readSpaces();
  await readMessages();
  await readInbox();
  await readPhone();
});

const readOthers = () => reached(readSpaces);

async function reached(job) {
  try {
    await job();
    byId("connection").hidden = true;
  } catch (refusal) {
    if (!(refusal instanceof Refused)) throw refusal;
    lost();
  }
}

function lost() {
  byId("connection").hidden = false;
}

/** Open a space, or with null only the list; `how` says how to update the browser's history. */
function show(spaceId, how) {
  openId = spaceId;
  if (how) history[how](null, "", spaceUrl(spaceId));
  messages.clear();
  byId("examples").replaceChildren();
  const space = openSpace();
  if (space) composer.open(space);
  draw();
}

async function open(spaceId) {
  show(spaceId, "pushState");
  if (isWide()) composer.focus(); // now: later, the focus may be in a card
  await readAll();
}

function draw() {
  const space = openSpace();
  document.body.classList.toggle("in-space", Boolean(space));
  byId("space").hidden = !space;
  byId("nothing-open").hidden = Boolean(space);
  byId("nothing-open").textContent = spaces.length ? CHOOSE : ALONE;
  if (space) drawHeader(space);
  drawSpaces(spaces, openId, open);
}

function drawHeader(space) {
  const others = space.members.filter(({ isMe }) => !isMe).map(({ name }) => name);
  byId("space-title").textContent = space.title;
  byId("space-people").textContent = ["You", ...others].join(", ");
  byId("invite").hidden = space.kind === "direct";
  composer.outsiders = people.filter(({ id }) => !space.members.some((member) => member.id === id));
  if (composer.spaceId === space.id) composer.members(space);
  else composer.open(space);
}

function drawMessages(found) {
  const space = openSpace();
  const arrived = messages.show(found);
  const handlers = { fill: (text) => composer.fill(text), invite };
  byId("examples").replaceChildren(...(found.length ? [] : drawExamples(space, handlers).filter(Boolean)));
  announce(space, arrived.filter(({ mine }) => !mine));
  markRead(space);
}

function announce(space, arrived) {
  const words = arrived.map(({ by, text }) => `${by.name} in ${space.title}: ${text || "a card or a file"}`);
  if (words.length) byId("news").textContent = words.join(". ");
}

function writeTo() {
  const onPick = (person) => change("direct", { personId: person.id });
  pick({ title: "Message someone", people, none: "There’s nobody else here.", onPick });
}

function invite() {
  const space = openSpace();
  const members = new Set(space.members.map(({ id }) => id));
  const onPick = (person) => change("invite", { spaceId: space.id, personId: person.id });
  const absent = people.filter(({ id }) => !members.has(id));
  pick({ title: `Invite to ${space.title}`, people: absent, none: "Everyone is already in this space.", onPick });
}

function suggestInviting(bot) {
  const space = openSpace();
  const onclick = () => change("invite", { spaceId: space.id, personId: bot.id });
  return [`${bot.name} isn’t in ${space.title}, so it didn’t see that. Invite it and say it again. `,
    h("button", { type: "button", onclick }, `Invite ${bot.name}`)];
}

async function change(path, body) {
  try {
    const { spaceId } = await send(path, body);
    await readSpaces();
    await open(spaceId);
  } catch (refusal) {
    if (!(refusal instanceof Refused)) throw refusal;
    composer.say(refusal.message);
  }
}

function turnBack(event) {
  event.preventDefault();
  show(null, "pushState");
}

byId("write-to").addEventListener("click", writeTo);
byId("invite").addEventListener("click", invite);
byId("back").addEventListener("click", turnBack);
window.addEventListener("popstate", () => {
  show(new URLSearchParams(location.search).get("space"));
  readAll();
});
forgetOtherRuns(document.body.dataset.run);
listen({ onNews: readAll, onOthers: readOthers, onLost: lost });
