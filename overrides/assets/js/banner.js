/* The banner for the hall's projector: the whole screen, until Esc. */
(function () {
  "use strict";

  var banner = document.querySelector('.sheet[data-paper="banner"] .banner');
  var button = document.querySelector(".show-banner");
  if (!banner || !button) {
    return;
  }
  button.hidden = !banner.requestFullscreen;
  button.addEventListener("click", function () {
    banner.requestFullscreen();
  });
})();
