// The list that opens after "@": a listbox driven from the text field by keyboard or pointer.
// Pattern: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/

import { avatar, byId, h } from "./dom.js";
import { matching, queryAt } from "./mentions.js";

export class Completion {
  constructor(field, { people, onPick }) {
    this.field = field;
    this.people = people;
    this.onPick = onPick;
    this.list = byId("mentions");
    this.close();
    field.addEventListener("input", () => this.look());
    field.addEventListener("click", () => this.look());
    field.addEventListener("blur", () => this.close());
  }

  look() {
    const query = queryAt(this.field.value, this.field.selectionStart);
    this.found = query === null ? [] : matching(this.people(), query);
    this.length = query === null ? 0 : query.length;
    if (this.found.length) this.draw(0);
    else this.close();
  }

  close() {
    this.found = [];
    this.list.hidden = true;
    this.field.setAttribute("aria-expanded", "false");
    this.field.removeAttribute("aria-activedescendant");
  }

  draw(active) {
    this.active = active;
    this.list.hidden = false;
    this.list.replaceChildren(...this.found.map((person, index) => this.option(person, index)));
    this.field.setAttribute("aria-expanded", "true");
    this.field.setAttribute("aria-activedescendant", `mention-${active}`);
    this.list.children[active].scrollIntoView({ block: "nearest" });
  }

  option(person, index) {
    const pick = (event) => {
      event.preventDefault();
      this.pick(index);
    };
    return h("li", { id: `mention-${index}`, role: "option", class: "person", onpointerdown: pick,
      "aria-selected": String(index === this.active) },
    avatar(person), h("span", {}, h("strong", {}, person.name), h("small", {}, person.email)));
  }

  /** Handle a key if the list is open and uses it; returns whether it did. */
  takes(key) {
    if (!this.found.length) return false;
    const count = this.found.length;
    const keys = {
      ArrowDown: () => this.draw((this.active + 1) % count),
      ArrowUp: () => this.draw((this.active + count - 1) % count),
      Enter: () => this.pick(this.active),
      Tab: () => this.pick(this.active),
      Escape: () => this.close(),
    };
    keys[key]?.();
    return key in keys;
  }

  pick(index) {
    const person = this.found[index];
    const end = this.field.selectionStart;
    this.field.setRangeText(`@${person.name} `, end - this.length - 1, end, "end");
    this.close();
    this.onPick(person);
  }
}
