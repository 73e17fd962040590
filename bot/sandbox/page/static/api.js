// The page's requests. The address names the person, as the page's own does.

export const me = document.body.dataset.me;

/** The sandbox refused; the message is for the person at the page. */
export class Refused extends Error {}

export function address(path, query = {}) {
  return `/chat/${path}?${new URLSearchParams({ as: me, ...query })}`;
}

export async function read(path, query) {
  return answer(await reach(address(path, query)));
}

export async function send(path, body) {
  const headers = { "Content-Type": "application/json" };
  return answer(await reach(address(path), { method: "POST", headers, body: JSON.stringify(body) }));
}

async function reach(url, options) {
  try {
    return await fetch(url, options);
  } catch {
    throw new Refused("The sandbox isn’t responding. Check that it’s still running, then try again.");
  }
}

async function answer(response) {
  const isJson = (response.headers.get("Content-Type") || "").startsWith("application/json");
  const body = isJson ? await response.json() : {};
  if (response.ok) return body;
  throw new Refused(body.message || "The sandbox couldn’t do that. Reload the page and try again.");
}
