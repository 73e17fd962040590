// The buttons of a card.

import { Refused } from "./api.js";
import { collect } from "./card-inputs.js";
import { h, outsideLink } from "./dom.js";

const ACTIONS = {
  "Action.Submit": submitButton,
  "Action.OpenUrl": openUrl,
  "Action.ShowCard": showCard,
  "Action.ToggleVisibility": toggleVisibility,
};

/** A row of buttons, and below it what they open; `drawCard` draws a nested card. */
export function actionSet(actions, drawCard) {
  const below = h("div", { class: "below" });
  const buttons = actions.map((action) => button(action, below, drawCard)).filter(Boolean);
  return h("div", { class: "actions" }, h("div", { class: "action-row" }, ...buttons), below);
}

function button(action, below, drawCard) {
  const make = Object.hasOwn(ACTIONS, action?.type ?? "") ? ACTIONS[action.type] : unknown;
  const drawn = make(action ?? {}, below, drawCard);
  if (drawn && ["positive", "destructive"].includes(action?.style)) drawn.classList.add(action.style);
  return drawn;
}

function unknown({ type, fallback }, below, drawCard) {
  if (fallback === "drop") return null;
  if (fallback?.type) return button(fallback, below, drawCard);
  return h("span", { class: "unknown" }, `An action “${type ?? "without a type"}”, which this page doesn’t support.`);
}

function plain(title, onclick, attributes = {}) {
  return h("button", { type: "button", class: "action", onclick, ...attributes }, title || "Send");
}

function openUrl({ title, url }) {
  return outsideLink(url, { class: "action" }, title || url)
    ?? h("span", { class: "unknown" }, `“${title}” leads to no web address.`);
}

function showCard({ title, card }, below, drawCard) {
  const inner = drawCard(card ?? {});
  inner.hidden = true;
  below.append(inner);
  const opener = plain(title, () => {
    const isOpening = inner.hidden;
    for (const other of below.querySelectorAll(":scope > .card")) other.hidden = true;
    for (const other of opener.parentElement.querySelectorAll("[aria-expanded]")) other.setAttribute("aria-expanded", "false");
    inner.hidden = !isOpening;
    opener.setAttribute("aria-expanded", String(isOpening));
  }, { "aria-expanded": "false" });
  return opener;
}

function toggleVisibility({ title, targetElements }) {
  return plain(title, (event) => {
    const card = outermost(event.target);
    for (const target of targetElements ?? []) {
      const { elementId, isVisible } = typeof target === "string" ? { elementId: target } : target;
      const element = card.querySelector(`[data-element="${CSS.escape(elementId)}"]`);
      if (element) element.hidden = !(isVisible ?? element.hidden);
    }
  });
}

function submitButton(action) {
  const said = h("span", { class: "said", role: "status" });
  const pressed = plain(action.title, () => submit(pressed, said, action));
  return h("span", { class: "submit" }, pressed, said);
}

function submit(pressed, said, { data, associatedInputs }) {
  const values = associatedInputs?.toLowerCase() === "none" ? {} : collect(inputsFor(pressed));
  if (!values) return;
  const given = data && typeof data === "object" ? data : {};
  pressed.disabled = true;
  said.textContent = "Sending…";
  const done = (sending) => report(sending, pressed, said);
  const detail = { inputs: { ...given, ...values }, done };
  outermost(pressed).dispatchEvent(new CustomEvent("card-submit", { detail }));
}

async function report(sending, pressed, said) {
  try {
    await sending;
    said.textContent = "Submitted";
  } catch (refusal) {
    if (!(refusal instanceof Refused)) throw refusal;
    said.textContent = `Not sent. ${refusal.message}`;
  } finally {
    pressed.disabled = false;
  }
}

function outermost(element) {
  const card = element.closest(".card");
  return card.parentElement.closest(".card") ? outermost(card.parentElement) : card;
}

/** The inputs of the button's card and of the cards around it, not of its siblings. */
function inputsFor(pressed) {
  const cards = new Set();
  for (let card = pressed.closest(".card"); card; card = card.parentElement.closest(".card")) cards.add(card);
  const inputs = [...outermost(pressed).querySelectorAll(".input")];
  return inputs.filter((input) => cards.has(input.closest(".card")));
}
