/* Fetches sources.js once somebody asks where a number comes from: by a click on it, by the switch, or by a
   link to its card. Few readers do, so no page waits for it. */
"use strict";

(() => {
  const { sources, figures } = document.currentScript.dataset;
  let asked = null; // what was clicked before it had come

  function fetchSources() {
    if (document.querySelector("script[data-answers]")) return;
    const script = document.createElement("script");
    script.src = new URL(sources, document.baseURI);
    script.dataset.answers = new URL(figures, document.baseURI);
    script.addEventListener("load", () => {
      document.removeEventListener("click", clicked);
      asked?.click(); // sources.js hears it now
    });
    script.addEventListener("error", () => script.remove()); // it may be there the next time
    document.head.append(script);
  }

  function clicked({ target }) {
    asked = target.closest?.("article :is(data.figure, [data-fact]), .show-sources");
    if (asked && !target.closest("a")) fetchSources();
  }

  function linked() {
    if (location.hash.startsWith("#so=")) fetchSources();
  }

  function remembered() {
    try {
      return sessionStorage.getItem("xem-nguon-so-lieu") === "1";
    } catch {
      return false; // storage is switched off
    }
  }

  document.addEventListener("click", clicked);
  window.addEventListener("hashchange", linked);
  linked();
  if (remembered()) fetchSources();
})();
