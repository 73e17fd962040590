// Changes as they happen. An event only says that something changed, and the page reads anew,
// as it does after each (re)connection. So nothing is missed, however long the line was down,
// and there is one way only by which data arrives.

import { address } from "./api.js";

/** Call `onNews()` after every connection and for each change, `onLost()` when the line breaks. */
export function listen({ onNews, onLost }) {
  const source = new EventSource(address("live"));
  source.addEventListener("ready", onNews);
  source.addEventListener("change", onNews);
  source.addEventListener("error", onLost);
  window.addEventListener("pagehide", () => source.close());
  window.addEventListener("pageshow", (event) => event.persisted && location.reload());
}

/** A job that never runs twice at once: asked for while it runs, it runs once more after. */
export function coalesced(job) {
  let running = null;
  let again = false;
  async function run() {
    do {
      again = false;
      await job();
    } while (again);
  }
  return () => {
    if (running) again = true;
    else running = run().finally(() => (running = null));
    return running;
  };
}
