// Creates elements by script, so that what people wrote is always text, never HTML. The page's
// policy forbids inline scripts.

const SVG = "http://www.w3.org/2000/svg";

/** Create an element: properties by name, `on…` as listeners, the rest as attributes. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) set(element, name, value);
  element.append(...children.flat().filter((child) => child != null && child !== false));
  return element;
}

function set(element, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
  else if (name === "class") element.className = value;
  else element.setAttribute(name, value === true ? "" : value);
}

/** An icon from the page's sprite, hidden from screen readers. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  const use = document.createElementNS(SVG, "use");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  use.setAttribute("href", `#icon-${name}`);
  svg.append(use);
  return svg;
}

/** An avatar: round for a person, square for a bot. */
export function avatar(person) {
  const shape = person.kind === "bot" ? "avatar bot" : "avatar";
  return h("span", { class: `${shape} tint-${person.tint}`, "aria-hidden": "true" }, person.initials);
}

/** A link that opens in a new tab, without a referrer; null if it isn't a web address. */
export function outsideLink(href, attributes = {}, ...children) {
  if (!/^(https?:\/\/|mailto:)/i.test(href || "")) return null;
  return h("a", { ...attributes, href, target: "_blank", rel: "noopener noreferrer" }, ...children);
}

export const byId = (id) => document.getElementById(id);
