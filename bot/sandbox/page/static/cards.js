// Draws Adaptive Cards 1.3, as far as Webex supports them.
// https://developer.webex.com/docs/buttons-and-cards and https://adaptivecards.io/explorer/

import { actionSet } from "./card-actions.js";
import { INPUTS, fill, valuesOf } from "./card-inputs.js";
import { marked } from "./card-text.js";
import { h } from "./dom.js";

const ELEMENTS = {
  ...INPUTS,
  TextBlock: textBlock,
  RichTextBlock: richTextBlock,
  Image: image,
  ImageSet: (element) => h("div", { class: "image-set" }, ...list(element.images).map((one) => draw({ type: "Image", size: element.imageSize, ...one }))),
  Container: (element) => h("div", { class: `container ${word(element.style)}` }, ...all(element.items)),
  ColumnSet: (element) => h("div", { class: `columns ${word(element.style)}` }, ...list(element.columns).map(column)),
  FactSet: factSet,
  ActionSet: (element) => actionSet(list(element.actions), drawCard),
};

/**
 * A card. `submit(inputs)` is called when its form is sent, and may be async; `draft.read()` returns
 * what was filled in earlier, and `draft.keep(values)` is told of each change.
 */
export function drawCard(card, submit, draft) {
  const section = h("section", { class: "card", "aria-label": card.speak || "Card" },
    ...all(card.body), card.actions?.length ? actionSet(card.actions, drawCard) : "");
  if (submit) section.addEventListener("card-submit", (event) => event.detail.done(submit(event.detail.inputs)));
  if (draft) keepFilled(section, draft);
  return section;
}

function keepFilled(section, { read, keep }) {
  const inputs = [...section.querySelectorAll(".input")];
  fill(inputs, read() ?? {});
  section.addEventListener("input", () => keep(valuesOf(inputs)));
}

/** An element; if this page can't draw it, its type. */
export function draw(element) {
  const make = Object.hasOwn(ELEMENTS, element?.type ?? "") ? ELEMENTS[element.type] : unknown;
  const drawn = make(element ?? {});
  if (drawn) common(drawn, element);
  return drawn;
}

const list = (value) => (Array.isArray(value) ? value : []);
const all = (elements) => list(elements).map(draw).filter(Boolean);
const word = (value) => (/^[a-z]+$/i.test(value || "") ? value.toLowerCase() : "");

function common(drawn, { id, isVisible, spacing, separator, horizontalAlignment }) {
  if (id) drawn.dataset.element = id;
  drawn.hidden = isVisible === false;
  if (spacing) drawn.classList.add(`spacing-${word(spacing)}`);
  if (separator) drawn.classList.add("separated");
  if (horizontalAlignment) drawn.classList.add(`align-${word(horizontalAlignment)}`);
}

function unknown({ type, fallback }) {
  if (fallback === "drop") return null;
  if (fallback?.type) return draw(fallback);
  const name = type ? `“${type}”` : "nameless";
  return h("p", { class: "unknown" }, `This card has a ${name} element, which this page doesn’t support.`);
}

function textBlock({ text, wrap, maxLines, ...looks }) {
  const block = h("div", { class: `text ${textClass(looks)} ${wrap ? "" : "clip"}` }, ...marked(String(text ?? "")));
  if (maxLines > 0) block.style.setProperty("--lines", maxLines);
  block.classList.toggle("lines", wrap === true && maxLines > 0);
  return block;
}

function textClass({ weight, size, color, isSubtle, fontType, highlight, italic, strikethrough }) {
  return [
    weight && `weight-${word(weight)}`, size && `size-${word(size)}`, color && `color-${word(color)}`,
    isSubtle && "subtle", fontType === "Monospace" && "mono",
    highlight && "highlight", italic && "italic", strikethrough && "struck",
  ].filter(Boolean).join(" ");
}

function richTextBlock({ inlines }) {
  return h("p", { class: "text" }, ...list(inlines).map((run) =>
    typeof run === "string" ? run : h("span", { class: textClass(run) }, String(run.text ?? ""))));
}

/** The page loads nothing from other sites, so their images become links. */
function image({ url, altText, size, style }) {
  const kinds = `image size-${word(size)} ${style === "Person" ? "round" : ""}`;
  if (isLocal(url)) return h("img", { class: kinds, src: url, alt: altText ?? "" });
  return h("p", { class: "unknown" }, `Picture${altText ? `: ${altText}` : ""} (${host(url)}; this page loads nothing from elsewhere)`);
}

function isLocal(url) {
  return /^data:image\/(png|jpeg|gif|webp);/.test(url || "") || host(url) === location.host;
}

function host(url) {
  return URL.canParse(url, location.href) ? new URL(url, location.href).host : "no address";
}

function column({ items, width, style, verticalContentAlignment, ...rest }) {
  const drawn = h("div", { class: `column ${word(style)} vertical-${word(verticalContentAlignment)}` }, ...all(items));
  drawn.style.flex = flexOf(width);
  common(drawn, rest);
  return drawn;
}

/** "auto", "stretch", a weight, or pixels: https://adaptivecards.io/explorer/Column.html */
function flexOf(width) {
  if (width === "auto") return "0 1 auto";
  if (/^\d+px$/.test(width)) return `0 0 ${width}`;
  return Number(width) > 0 ? `${Number(width)} 1 0` : "1 1 0";
}

function factSet({ facts }) {
  const rows = list(facts).flatMap(({ title, value }) => [
    h("dt", {}, ...marked(String(title ?? ""))), h("dd", {}, ...marked(String(value ?? "")))]);
  return h("dl", { class: "facts" }, ...rows);
}
