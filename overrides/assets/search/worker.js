/* The search of the site, in the place of the theme's own (lunr), which knows no Vietnamese.
 *
 * The theme hands over the index it wrote (type 0), then what is typed (type 2), and shows the pages
 * it is given. Everything typed goes one way: readings.js says how it may be meant, index.js where
 * such words stand, answers.js how a page shows it. search/words.js is written by the build, which also
 * puts all of them in front of this file (joining.py): asked for one by one they come one after another.
 */
(() => {
  "use strict";

  // In a page opened from a file a hidden frame stands for the worker (vendor/iframe-worker.js).
  const here = self.document?.currentScript?.src ?? self.location.href;
  const beside = (...files) => files.map((file) => new URL(file, here).href);

  async function load() {
    if (typeof answers !== "undefined") return;
    await importScripts(...beside("../js/vietnamese.js", "index.js", "readings.js", "answers.js"));
    await importScripts(...beside("../../search/words.js"));
  }

  const loaded = load();
  let index;
  async function answer({ type, data }) {
    if (type === 0) {
      await loaded;
      index = new SearchIndex(data.docs);
      return { type: 1 };
    }
    return { type: 3, data: { items: answers(index, data, self.searchWords) } };
  }

  addEventListener("message", async ({ data }) => postMessage(await answer(data)));
})();
