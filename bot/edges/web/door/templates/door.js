"use strict";
// Keeps the page up to date: asks for its state, and shows the page anew when that has changed.
(() => {
  const live = document.getElementById("live");
  const status = document.getElementById("status");
  const offline = document.getElementById("offline");
  const language = document.documentElement.lang;
  const locale = language === "en" ? "en-GB" : language; // the day before the month, 24 hours
  const title = document.title;
  const mark = `pressed ${location.pathname}`;
  let data = read(document);
  let ahead = Date.now() - data.now; // milliseconds that this device's clock is ahead
  let failures = 0;
  let polling = false;
  let timer = 0;
  let announced = Infinity;
  let changed = Date.now();

  // Another page's styles have another nonce, and Chromium complains about them.
  const parse = (text) => new DOMParser().parseFromString(text.replace(/<style[^]*?<\/style>/, ""), "text/html");

  function read(page) { return JSON.parse(page.querySelector("#live .data").textContent); }

  // Times

  function showTimes() {
    const here = document.getElementById("here");
    if (!here) return;
    const utc = document.getElementById("utc"), at = new Date(here.dataset.utc);
    if (utc) utc.hidden = true;
    if (at.getTimezoneOffset() === -here.dataset.offset) return;
    const form = new Intl.DateTimeFormat(locale, {
      weekday: "long", day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit", timeZoneName: "short",
    });
    // A zone such as GMT-5 would be broken at its hyphen.
    here.textContent = data.texts.here.replace("{when}", form.format(at).replace(/([A-Z])-(\d)/, "$1\u2212$2"));
    here.hidden = false;
  }

  function span(seconds) {
    const days = Math.floor(seconds / 86400), hours = Math.floor(seconds / 3600);
    const unit = (number, name) => new Intl.NumberFormat(locale, { style: "unit", unit: name, unitDisplay: "long" }).format(number);
    if (days >= 2) return unit(days, "day");
    if (days) return unit(hours, "hour");
    const two = (number) => String(number).padStart(2, "0");
    return `${hours ? `${hours}:` : ""}${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  }

  function countDown() {
    const left = document.getElementById("left");
    if (!left) return;
    const seconds = Math.max(0, Math.ceil((new Date(left.dataset.utc) - (Date.now() - ahead)) / 1000));
    left.textContent = data.texts.left.replace("{left}", span(seconds));
    left.hidden = false;
    for (const minutes of [1, 5, 10]) {
      if (seconds > minutes * 60) continue;
      if (announced > minutes && seconds > (minutes - 1) * 60) announce(data.texts[`minutes_${minutes}`]);
      announced = Math.min(announced, minutes);
      break;
    }
    if (!seconds && left.dataset.over === undefined) { left.dataset.over = ""; poll(); }
  }

  function announce(words) { if (words) status.textContent = words; }

  // State

  // Only a tab in which somebody pressed may go on by itself; a mail scanner's never does.
  function notePress() { try { sessionStorage.setItem(mark, "yes"); } catch { /* storage is blocked */ } }
  function wasPressed() { try { return sessionStorage.getItem(mark) === "yes"; } catch { return false; } }

  function get(url, headers = {}) {
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 15000);
    return fetch(url, { cache: "no-store", headers, signal: stop.signal });
  }

  async function show() {
    const answer = await get(data.page);
    if (!answer.ok) { location.reload(); return; }
    const page = parse(await answer.text());
    const before = data.state, focused = live.contains(document.activeElement) && document.activeElement.id;
    const unfolded = live.querySelector("details")?.open;
    const typed = document.getElementById("name")?.value;
    const test = document.getElementById("test");
    if (test && !page.getElementById("test")) test.dispatchEvent(new Event("over"));
    live.replaceChildren(...page.getElementById("live").childNodes);
    data = read(document);
    changed = Date.now();
    if (unfolded) live.querySelector("details")?.setAttribute("open", "");
    if (typed && document.getElementById("name")) document.getElementById("name").value = typed;
    if (focused) (document.getElementById(focused) ?? document.getElementById("headline")).focus();
    showTimes();
    countDown();
    announce(data.news || (data.state !== before ? document.getElementById("headline").textContent : ""));
    document.title = data.news ? `${data.news} ${title}` : title;
    if (before === "waiting" && data.state === "admitted" && wasPressed()) document.getElementById("join").requestSubmit();
  }

  // Seconds until the next look. Who waits for the host sees an answer within ten.
  function pause() {
    if (failures) return Math.min(120, 10 * 2 ** (failures - 1));
    const long = 15 * 60000, unchanged = Date.now() - changed > long;
    if (data.state === "waiting" || (data.state === "open" && wasPressed())) return unchanged ? 8 : 5;
    if (document.hidden) return 60;
    const left = document.getElementById("left");
    const quiet = left ? new Date(left.dataset.utc) - (Date.now() - ahead) > long : unchanged;
    return quiet ? 30 : 10;
  }

  async function poll() {
    if (polling) return;
    clearTimeout(timer);
    polling = true;
    let wait = 0;
    try {
      const answer = await get(data.poll, { "If-None-Match": `"${data.version}"` });
      wait = Number(answer.headers.get("Retry-After"));
      if (answer.status === 404) { location.reload(); return; }
      const now = Number(answer.headers.get("X-Now"));
      if (now) ahead = Date.now() - now; // either clock may have been set meanwhile
      if (answer.ok && (await answer.json()).version !== data.version) await show();
      failures = answer.ok || answer.status === 304 ? 0 : failures + 1;
    } catch { failures += 1; }
    polling = false;
    offline.hidden = failures < 2;
    if (data.lasts) timer = setTimeout(poll, 1000 * Math.max(wait, pause()));
  }

  live.addEventListener("submit", (event) => { if (event.target.id === "join") notePress(); });
  window.addEventListener("pageshow", (event) => { if (event.persisted) poll(); });
  document.addEventListener("visibilitychange", () => { if (!document.hidden && data.lasts) poll(); });
  if (data.lasts) timer = setTimeout(poll, 1000 * pause());
  // Who called at a desk has pressed on its page.
  if (new URLSearchParams(location.search).has("called")) { notePress(); history.replaceState(null, "", data.page); }
  window.updatesItself = true;
  showTimes();
  countDown();
  if (document.getElementById("left")) setInterval(countDown, 1000);
})();
