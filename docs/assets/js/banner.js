/* The banner for the hall's projector: the whole screen, until Esc. */
(function () {
  "use strict";

  var banner = document.querySelector('[data-paper="banner"] .banner');
  if (banner && banner.requestFullscreen && !document.querySelector(".print-set")) {
    window.papers.tools().append(
      window.papers.button("Chiếu toàn màn hình", function () {
        banner.requestFullscreen();
      }),
    );
  }
})();
