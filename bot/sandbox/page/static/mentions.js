// Mentions: completion after "@", and Webex markdown for them.

const BEFORE = "(^|[\\s(,;:])";
const BEING_WRITTEN = /(?:^|[\s(,;:])@([\p{L}\p{N}._' -]{0,40})$/u;

/** The text between the last "@" and the caret; null if no mention is being written. */
export function queryAt(text, caret) {
  return BEING_WRITTEN.exec(text.slice(0, caret))?.[1] ?? null;
}

/** The people of whose name a word starts with the query; first words and bots come first. */
export function matching(people, query) {
  const start = query.toLowerCase();
  const fits = (person) => calledBy(person).some((word) => word.startsWith(start));
  const rank = (person) => 2 * !person.name.toLowerCase().startsWith(start) + (person.kind !== "bot");
  return people.filter(fits).sort((one, other) => rank(one) - rank(other));
}

/** The text in pieces: strings, and {person, text} for each mention, chosen or typed. */
export function pieces(text, people, chosen = new Map()) {
  const names = [...new Set(people.flatMap(calledBy))].sort((one, other) => other.length - one.length);
  if (!names.length) return [text];
  const any = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
  const found = new RegExp(`${BEFORE}@(${any})(?![\\p{L}\\p{N}@])`, "giu");
  return split(text, found, (name) => people.find(({ id }) => id === chosen.get(name)) ?? named(people, name));
}

/** A person's names in lower case: the full name, and each word of it. */
const calledBy = ({ name }) => [name, ...name.split(/\s+/)].map((word) => word.toLowerCase());

/** The only person with this name; null if there are several. */
function named(people, typed) {
  const name = typed.toLowerCase();
  const whole = people.filter((person) => person.name.toLowerCase() === name);
  const fitting = whole.length ? whole : people.filter((person) => calledBy(person).includes(name));
  return whole.length || fitting.length === 1 ? fitting[0] : null;
}

function split(text, pattern, personFor) {
  const parts = [];
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    const start = match.index + match[1].length;
    const person = personFor(match[2]);
    if (!person) continue;
    parts.push(text.slice(from, start), { person, text: `@${match[2]}` });
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
