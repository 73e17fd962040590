"use strict";
// Sends the form again by itself, for a minute.
(() => {
  const form = document.getElementById("retry");
  const status = document.getElementById("retrying");
  const pauses = [3, 5, 7, 10, 15, 20]; // seconds, a minute together
  let gone = false;

  // Another page's styles have another nonce, and Chromium complains about them.
  const parse = (text) => new DOMParser().parseFromString(text.replace(/<style[^]*?<\/style>/, ""), "text/html");

  async function press() {
    const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) });
    if (answer.redirected) return location.replace(answer.url);
    const page = parse(await answer.text());
    const link = page.getElementById("go");
    if (!answer.ok || !link) return false;
    location.replace(link.href);
    return true;
  }

  async function retry() {
    const pause = pauses.shift();
    if (pause === undefined) { status.textContent = status.dataset.gaveUp; return; }
    await new Promise((then) => setTimeout(then, pause * 1000));
    if (gone) return;
    try { if (await press() !== false) return; } catch { /* no connection: the next try may have one */ }
    retry();
  }

  form.addEventListener("submit", () => { gone = true; });
  status.textContent = status.dataset.retrying;
  retry();
})();
