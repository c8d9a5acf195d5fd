/* Loaded before the theme: search is fetched when a reader opens it, not with every page.
 *
 * The theme asks for its worker and, over http, for the index as soon as a page is read. Both
 * wait here until the search box is pointed at or has the focus. A test watches that nothing is fetched before.
 */
(() => {
  "use strict";

  let waiting = [];
  const whenOpened = (start) => (waiting ? waiting.push(start) : start());

  function begin() {
    const started = waiting ?? [];
    waiting = null;
    for (const start of started) start();
  }

  document.addEventListener("focusin", ({ target }) => {
    if (target.name === "query") begin();
  });

  /* Who points at the search box is about to type: by then there is something to ask. */
  document.addEventListener("pointerover", ({ target }) => {
    if (target.closest?.(".md-search, [for=__search]")) begin();
  });

  /* The theme searches when a key is let go, so not for what is pasted; never twice for a value. */
  document.addEventListener("input", ({ target }) => {
    if (target.name === "query") target.dispatchEvent(new Event("keyup"));
  });

  /* The overlay closes when the focus leaves it. */
  document.addEventListener("focusout", ({ target, relatedTarget }) => {
    if (!target.closest(".md-search") || relatedTarget?.closest(".md-search") !== null) return;
    document.querySelector("#__search:checked")?.click();
  });

  /* The theme lets a site bring its own search: ours lies beside. */
  const ours = (theirs) => theirs.replace(/javascripts\/workers\/[^/]+$/, "search/worker.js");

  /* Stands for the worker until search is opened, which fetches its scripts beside the index. */
  const RealWorker = window.Worker;
  window.Worker = class extends EventTarget {
    constructor(address) {
      super();
      this.address = address;
      whenOpened(() => this.start());
    }

    start() {
      if (this.worker) return;
      this.worker = new RealWorker(ours(this.address));
      this.worker.onmessage = ({ data }) =>
        this.dispatchEvent(new MessageEvent("message", { data }));
    }

    postMessage(message) {
      this.start();
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
