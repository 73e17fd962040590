// Inbox and phone: beside the spaces, or behind a button on narrow screens.

import { byId } from "./dom.js";
import { markReceived } from "./memory.js";

const numbers = new Map();

/** Show the number of items on the button; hide it if there are none. */
export function received(kind, number) {
  numbers.set(kind, number);
  const all = [...numbers.values()].reduce((sum, one) => sum + one, 0);
  byId("panels-count").textContent = all;
  byId("panels-toggle").hidden = !all;
  markReceived(all);
}

byId("panels-toggle").addEventListener("click", () => {
  const isOpen = document.body.classList.toggle("in-panels");
  byId("panels-toggle").setAttribute("aria-expanded", isOpen);
});
