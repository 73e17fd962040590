// What else somebody gets, beside the spaces: at the side, or behind a button where it is narrow.

import { byId } from "./dom.js";

const numbers = new Map();

/** Say on the button how much there is of all kinds; without any, there is no button. */
export function received(kind, number) {
  numbers.set(kind, number);
  const all = [...numbers.values()].reduce((sum, one) => sum + one, 0);
  byId("panels-count").textContent = all;
  byId("panels-toggle").hidden = !all;
}

byId("panels-toggle").addEventListener("click", () => {
  const isOpen = document.body.classList.toggle("in-panels");
  byId("panels-toggle").setAttribute("aria-expanded", isOpen);
});
