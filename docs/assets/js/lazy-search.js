/* Loaded before the theme: search is fetched when a reader opens it, not with every page.
 *
 * The theme asks for its worker and, over http, for the index as soon as a page is read. Both
 * wait here until the search box has the focus. A test watches that nothing is fetched before.
 */
(() => {
  "use strict";

  let waiting = [];
  const whenOpened = (start) => (waiting ? waiting.push(start) : start());

  document.addEventListener("focusin", ({ target }) => {
    if (!waiting || target.name !== "query") return;
    const started = waiting;
    waiting = null;
    for (const start of started) start();
  });

  /* The theme searches when a key is let go: not for what the mouse pastes or drops. To a value it
   * has seen it does not listen twice. */
  document.addEventListener("input", ({ target }) => {
    if (target.name === "query") target.dispatchEvent(new Event("keyup"));
  });

  /* Nor does it close for a focus that moves on without its Tab; links would be under the overlay. */
  document.addEventListener("focusout", ({ target, relatedTarget }) => {
    const isLeft = target.closest?.(".md-search") && relatedTarget?.closest(".md-search") === null;
    const toggle = isLeft && document.getElementById("__search");
    if (toggle?.checked) toggle.click();
  });

  /* Stands for the worker until there is something to tell it. */
  const RealWorker = window.Worker;
  window.Worker = class extends EventTarget {
    constructor(address) {
      super();
      this.address = address;
    }

    postMessage(message) {
      if (!this.worker) {
        this.worker = new RealWorker(this.address);
        this.worker.onmessage = ({ data }) =>
          this.dispatchEvent(new MessageEvent("message", { data }));
      }
      this.worker.postMessage(message);
    }
  };

  const { open, send } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.open = function (method, address, ...rest) {
    this.asksForIndex = String(address).endsWith("/search/search_index.json");
    return open.call(this, method, address, ...rest);
  };
  XMLHttpRequest.prototype.send = function (body) {
    if (this.asksForIndex) whenOpened(() => send.call(this, body));
    else send.call(this, body);
  };
})();
