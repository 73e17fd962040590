// Mentions: what completes "@", and how a name becomes a real mention in Webex markdown.

const BEFORE = "(^|[\\s(,;:])";
const BEING_WRITTEN = /(?:^|[\s(,;:])@([\p{L}\p{N}._' -]{0,40})$/u;

/** What stands between the last "@" and the caret, or null where no mention is being written. */
export function queryAt(text, caret) {
  return BEING_WRITTEN.exec(text.slice(0, caret))?.[1] ?? null;
}

/** The people whose name or any word of it starts with the query; bots first. */
export function matching(people, query) {
  const start = query.toLowerCase();
  const fits = ({ name }) => [name, ...name.split(/\s+/)].some((word) => word.toLowerCase().startsWith(start));
  return people.filter(fits).sort((one, other) => (other.kind === "bot") - (one.kind === "bot"));
}

/** The text in pieces: strings, and {person, text} where a member is named after an "@". */
export function pieces(text, people, chosen = new Map()) {
  const names = [...people].sort((one, other) => other.name.length - one.name.length);
  if (!names.length) return [text];
  const any = names.map(({ name }) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
  const found = new RegExp(`${BEFORE}@(${any})(?![\\p{L}\\p{N}])`, "gu");
  return split(text, found, (name) => people.find(({ id }) => id === chosen.get(name)) ?? named(people, name));
}

const named = (people, name) => people.find((person) => person.name === name);

function split(text, pattern, personFor) {
  const parts = [];
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    const start = match.index + match[1].length;
    parts.push(text.slice(from, start), { person: personFor(match[2]), text: `@${match[2]}` });
    from = match.index + match[0].length;
  }
  return [...parts, text.slice(from)];
}

/** Webex markdown: https://developer.webex.com/docs/basics (mentions; two spaces end a line). */
export function toMarkdown(text, people, chosen) {
  const marked = pieces(text, people, chosen).map((piece) =>
    typeof piece === "string" ? piece : `<@personId:${piece.person.id}|${piece.person.name}>`);
  return marked.join("").trim().replace(/([^\n])\n(?=[^\n])/g, "$1  \n");
}
