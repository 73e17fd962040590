// Picks a person or a bot to write to or to invite.

import { avatar, byId, h } from "./dom.js";

/** Open the dialog with `people`; the chosen one is passed to `onPick(person)`. */
export function pick({ title, people, none, onPick }) {
  const dialog = byId("picker");
  byId("picker-title").textContent = title;
  byId("picker-people").replaceChildren(...people.map((person) => choice(dialog, person, onPick)));
  byId("picker-none").textContent = people.length ? "" : none;
  dialog.showModal();
}

function choice(dialog, person, onPick) {
  const choose = () => {
    dialog.close();
    onPick(person);
  };
  return h("li", {}, h("button", { type: "button", class: "person", onclick: choose },
    avatar(person),
    h("span", {}, h("strong", {}, person.name), h("small", {}, person.email))));
}
