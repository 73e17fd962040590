// Elements by script: the page's policy forbids inline markup with behaviour,
// so everything people wrote arrives as text, never as HTML.

const SVG = "http://www.w3.org/2000/svg";

/** Make an element: properties by name, `on…` as listeners, the rest as attributes. */
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

/** A picture from the sprite in the page; says nothing to a screen reader. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  const use = document.createElementNS(SVG, "use");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  use.setAttribute("href", `#icon-${name}`);
  svg.append(use);
  return svg;
}

/** The round sign of a person, the square one of a bot. */
export function avatar(person) {
  const shape = person.kind === "bot" ? "avatar bot" : "avatar";
  return h("span", { class: `${shape} tint-${person.tint}`, "aria-hidden": "true" }, person.initials);
}

/** A link that leaves the page to its own tab and takes nothing along; null if it is no link. */
export function outsideLink(href, attributes = {}, ...children) {
  if (!/^(https?:\/\/|mailto:)/i.test(href || "")) return null;
  return h("a", { ...attributes, href, target: "_blank", rel: "noopener noreferrer" }, ...children);
}

export const byId = (id) => document.getElementById(id);
