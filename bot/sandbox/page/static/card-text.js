// The markdown of cards: bold, italic, links, lists.
// https://learn.microsoft.com/adaptive-cards/authoring-cards/text-features

import { h, outsideLink } from "./dom.js";

const INLINE = /(\*\*|__)(?=\S)([^]+?)(?<=\S)\1|(?<![\p{L}\p{N}])([*_])(?=\S)([^]+?)(?<=\S)\3(?![\p{L}\p{N}])|\[([^\]]+)\]\(([^\s)]+)\)/u;
const ITEM = /^\s*(?:([-*+])|\d+[.)])\s+(.*)$/;

/** A text's nodes: consecutive list lines become a list, other lines stay lines. */
export function marked(text) {
  const nodes = [];
  let open = null;
  for (const line of text.split(/\r?\n/)) {
    const item = ITEM.exec(line);
    if (!item) {
      if (nodes.length && !open) nodes.push(h("br"));
      nodes.push(...inline(line));
      open = null;
      continue;
    }
    const tag = item[1] ? "ul" : "ol";
    if (open?.localName !== tag) nodes.push((open = h(tag)));
    open.append(h("li", {}, ...inline(item[2])));
  }
  return nodes;
}

function inline(text) {
  const match = INLINE.exec(text);
  if (!match) return text ? [text] : [];
  const [all, , bold, , italic, label, href] = match;
  const after = text.slice(match.index + all.length);
  return [text.slice(0, match.index), node({ bold, italic, label, href }), ...inline(after)];
}

function node({ bold, italic, label, href }) {
  if (bold) return h("strong", {}, ...inline(bold));
  if (italic) return h("em", {}, ...inline(italic));
  return outsideLink(href, {}, ...inline(label)) ?? label;
}
