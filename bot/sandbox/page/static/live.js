// Live changes. An event only says that something changed; the page then reloads its data, as it
// does after each (re)connection. So nothing is missed, and data arrives in one way only.

import { address } from "./api.js";

/**
 * Call `onNews()` after each connection and change, `onOthers()` after a change that the person
 * doesn't see, and `onLost()` when the connection breaks.
 */
export function listen({ onNews, onOthers, onLost }) {
  const source = new EventSource(address("live"));
  source.addEventListener("ready", onNews);
  source.addEventListener("change", onNews);
  source.addEventListener("elsewhere", onOthers);
  source.addEventListener("error", onLost);
  window.addEventListener("pagehide", () => source.close());
  window.addEventListener("pageshow", (event) => event.persisted && location.reload());
}

/** A job that never runs twice at once: if requested while it runs, it runs again afterwards. */
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
