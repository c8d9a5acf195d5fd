/* The list of pages in narrow windows, by keyboard. It slides in when the theme's box `__drawer` is
 * ticked; the button in the header (overrides/main.html) ticks it and says how it stands. While the
 * list is open nothing behind it can be reached. Without scripts the theme's own label opens it.
 */
(() => {
  "use strict";

  const box = document.getElementById("__drawer");
  const button = document.querySelector(".menu-button");
  const drawer = document.querySelector(".md-sidebar--primary");
  if (!box || !button || !drawer) return;

  const behind = document.querySelectorAll(".md-content, .md-footer, .md-banner");

  function follow() {
    button.setAttribute("aria-expanded", String(box.checked));
    for (const part of behind) part.inert = box.checked;
    if (box.checked) drawer.querySelector("a.md-nav__link").focus();
    else if (drawer.contains(document.activeElement)) button.focus();
  }

  box.addEventListener("change", follow);
  button.addEventListener("click", () => box.click());
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape" && box.checked) {
      button.focus();
      box.click();
    }
  });
  /* A page kept by the browser may come back with its list open, a window grow until it is none. */
  addEventListener("pageshow", follow);
  matchMedia("(min-width: 76.25em)").addEventListener("change", () => box.checked && box.click());
})();
