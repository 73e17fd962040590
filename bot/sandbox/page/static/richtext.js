// A message's HTML, by an allow-list. The sandbox has sanitized it already; this second filter
// makes sure that a mistake there can't run anything here.

import { h, outsideLink } from "./dom.js";

const KEPT = new Set([
  "P", "BR", "STRONG", "B", "EM", "I", "CODE", "PRE", "BLOCKQUOTE", "UL", "OL", "LI", "H1", "H2", "H3",
]);
const DROPPED = new Set(["SCRIPT", "STYLE", "TEMPLATE", "IFRAME", "OBJECT", "NOSCRIPT"]);

/** A message's nodes: its HTML, or else its text with line breaks. */
export function richText({ html, text }) {
  if (!html) return linked(text || "");
  const inert = new DOMParser().parseFromString(html, "text/html");
  return [...inert.body.childNodes].flatMap(clean);
}

function clean(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.parentElement.closest("a, code, pre") ? [node.data] : linked(node.data);
  if (node.nodeType !== Node.ELEMENT_NODE || DROPPED.has(node.tagName)) return [];
  const children = [...node.childNodes].flatMap(clean);
  if (node.tagName === "SPARK-MENTION") return [mention(node, children)];
  if (node.tagName === "A") return [outsideLink(node.getAttribute("href"), {}, ...children) ?? children].flat();
  return KEPT.has(node.tagName) ? [h(node.tagName, {}, ...children)] : children;
}

function mention(node, children) {
  const kind = node.dataset.objectType === "groupMention" ? "mention all" : "mention";
  const label = node.textContent.startsWith("@") ? "" : "@";
  return h("span", { class: kind, "data-person": node.dataset.objectId }, label, ...children);
}

const LINK = /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]])/;

/** Text with bare web addresses as links, as in Webex's own apps. */
function linked(text) {
  return text.split(LINK).map((part, index) => (index % 2 ? outsideLink(part, {}, part) : part));
}
