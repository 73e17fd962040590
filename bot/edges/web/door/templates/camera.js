"use strict";
// Tests camera, microphone and loudspeaker, only when asked to.
(() => {
  const find = (name) => document.getElementById(`test-${name}`);
  const section = document.getElementById("test");
  const texts = JSON.parse(find("texts").textContent);
  const tell = (...lines) => find("result").replaceChildren(...lines.filter(Boolean).map((line) => {
    const row = document.createElement("p");
    row.textContent = line;
    return row;
  }));
  let stream = null, sound = null;

  async function ask(wanted) {
    try { return await navigator.mediaDevices.getUserMedia(wanted); } catch (error) { return error; }
  }

  async function start() {
    if (!navigator.mediaDevices?.getUserMedia) { showAddress(); return; }
    stop();
    let missing = "";
    let got = await ask({ video: true, audio: true });
    if (got.name === "NotFoundError") { missing = texts.no_camera; got = await ask({ audio: true }); }
    if (got.name === "NotFoundError") { missing = texts.no_microphone; got = await ask({ video: true }); }
    if (!(got instanceof MediaStream)) { tell(texts[got.name] ?? texts.Other); return; }
    stream = got;
    tell(missing);
    find("stop").hidden = false;
    if (stream.getVideoTracks().length) { find("video").srcObject = stream; find("video").hidden = false; }
    if (stream.getAudioTracks().length) listen();
  }

  function listen() {
    sound = new AudioContext();
    const heard = sound.createAnalyser(), samples = new Uint8Array(heard.fftSize);
    sound.createMediaStreamSource(stream).connect(heard);
    find("sound").hidden = false;
    let told = false;
    const draw = () => {
      if (!stream) return;
      heard.getByteTimeDomainData(samples);
      const level = Math.min(1, 4 * Math.max(...samples.map((each) => Math.abs(each - 128))) / 128);
      find("level").value = level;
      if (level > .3 && !told) { told = true; tell(texts.heard); }
      requestAnimationFrame(draw);
    };
    draw();
  }

  function stop() {
    stream?.getTracks().forEach((track) => track.stop());
    sound?.close();
    stream = sound = null;
    find("video").srcObject = null;
    for (const name of ["video", "sound", "stop", "address"]) find(name).hidden = true;
    tell();
  }

  function showAddress() {
    tell(texts.Unsupported);
    find("address").hidden = false;
    find("address").querySelector("input").value = location.origin + location.pathname;
  }

  async function copy() {
    const field = find("address").querySelector("input");
    field.select();
    try { await navigator.clipboard.writeText(field.value); } catch { document.execCommand("copy"); }
    tell(texts.Unsupported, texts.copied);
  }

  function play() {
    const speaker = new AudioContext(), tone = speaker.createOscillator(), volume = speaker.createGain();
    tone.frequency.value = 440;
    volume.gain.setValueAtTime(.2, speaker.currentTime);
    volume.gain.linearRampToValueAtTime(0, speaker.currentTime + 1);
    tone.connect(volume).connect(speaker.destination);
    tone.onended = () => speaker.close();
    tone.start();
    tone.stop(speaker.currentTime + 1);
    tell(texts.tone_missed);
  }

  find("start").addEventListener("click", start);
  find("stop").addEventListener("click", () => { stop(); find("start").focus(); });
  find("tone").addEventListener("click", play);
  find("copy").addEventListener("click", copy);
  section.addEventListener("over", () => { stop(); section.hidden = true; });
  section.hidden = false;
})();
