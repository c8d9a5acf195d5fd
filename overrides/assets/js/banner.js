/* The banner for the hall's projector: the whole screen, until Esc; of several, → and ← lead on. */
"use strict";

(() => {
  const banners = [...document.querySelectorAll('.sheet[data-paper="banner"] .banner')];
  const button = document.querySelector(".show-banner");
  if (!banners.length || !button) return;

  button.hidden = !banners[0].requestFullscreen;
  button.addEventListener("click", () => banners[0].requestFullscreen());

  document.addEventListener("keydown", ({ key }) => {
    const step = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 }[key];
    const shown = banners.indexOf(document.fullscreenElement);
    if (step && shown >= 0) banners[shown + step]?.requestFullscreen();
  });
})();
