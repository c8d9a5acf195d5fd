/* A hit of the search opens where its words stand: at the row of a table, the words marked.
 *
 * A link of the results carries what was typed in ?h=; the page it opens looks for the words
 * below the heading of the hit, with the folding of the search, and scrolls to the first place
 * where all of them stand in one row, item or paragraph.
 */
(() => {
  "use strict";

  document.addEventListener(
    "click",
    ({ target }) => {
      const link = target.closest?.(".md-search-result__link");
      const typed = document.querySelector("[name=query]")?.value.trim();
      if (!link || !typed) return;
      const address = new URL(link.href);
      address.searchParams.set("h", typed);
      link.href = address.href;
    },
    true,
  );

  const UNITS = "tr, li, p, dt, dd, h1, h2, h3, caption";

  function markWords(element, words) {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (texts.nextNode()) nodes.push(texts.currentNode);
    for (const node of nodes) {
      const pieces = node.data.split(/([\p{L}\p{M}\p{N}]+)/u);
      const isHit = (piece) => words.some((begins) => begins(piece));
      if (!pieces.some((piece) => piece && isHit(piece))) continue;
      node.replaceWith(
        ...pieces.map((piece) => {
          if (!piece || !isHit(piece)) return piece;
          const mark = document.createElement("mark");
          mark.textContent = piece;
          return mark;
        }),
      );
    }
  }

  function show(typed) {
    const words = vietnamese.canonical(typed).match(/[\p{L}\p{N}]+/gu);
    if (!words) return;
    const begins = words.map((word) => (piece) => {
      const form = word === vietnamese.fold(word) ? vietnamese.fold : vietnamese.canonical;
      return /[\p{L}\p{N}]/u.test(piece) && form(piece).startsWith(word);
    });
    const holdsAll = (element) => {
      const pieces = element.textContent.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
      return begins.every((test) => pieces.some(test));
    };
    const start = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const after = (element) =>
      !start ||
      start === element ||
      Boolean(start.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING);
    const units = [...document.querySelectorAll(`.md-content :is(${UNITS})`)].filter(
      (unit) => !unit.querySelector("li, p, tr") || unit.matches("tr"),
    );
    const hits = units.filter((unit) => unit.offsetParent && holdsAll(unit));
    const first = hits.find(after) ?? hits[0];
    for (const hit of hits) markWords(hit, begins);
    if (first && first !== start) {
      first.classList.add("found");
      // The browser goes to the heading once the page is loaded; the row comes after that.
      const go = () => requestAnimationFrame(() => first.scrollIntoView({ block: "center" }));
      if (document.readyState === "complete") go();
      else addEventListener("load", () => setTimeout(go), { once: true });
    }
  }

  const typed = new URLSearchParams(location.search).get("h");
  if (typed) show(typed);
})();
