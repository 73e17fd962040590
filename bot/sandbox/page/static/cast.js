// The people whom one can be: who of them has something new.

import { byId, h } from "./dom.js";
import { hasReceived, hasSwitched, isUnread, markSwitched } from "./memory.js";

const linkTo = (email) => document.querySelector(`.cast [data-email="${CSS.escape(email)}"]`);

/** Mark who has something new. Who has never been somebody else is told how. */
export function drawCast(cast) {
  for (const person of cast) {
    const dot = linkTo(person.email)?.querySelector(".dot");
    if (dot) dot.hidden = !hasNews(person);
  }
  drawTip(cast.find(hasOwnNews));
}

const hasNews = (person) => hasReceived(person) || person.spaces.some((space) => isUnread(space, person.email));

/** Whether something came to this person alone. */
const hasOwnNews = (person) => hasReceived(person)
  || person.spaces.some((space) => space.kind === "direct" && isUnread(space, person.email));

function drawTip(person) {
  const tip = byId("next-person");
  tip.hidden = !person || hasSwitched();
  if (tip.hidden || tip.dataset.email === person.email) return;
  tip.dataset.email = person.email;
  const be = h("a", { href: linkTo(person.email).href, onclick: markSwitched }, `Be ${person.name.split(" ")[0]}`);
  tip.replaceChildren(`${person.name} got something. `, be, " to see it.");
}

for (const link of document.querySelectorAll(".cast a")) link.addEventListener("click", markSwitched);
