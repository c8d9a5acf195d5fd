/* A hit of the search opens where its words stand: at the row of a table, the words marked.
 *
 * A link of the results carries the words it was found by in ?h=; the page it opens scrolls to the row, item
 * or paragraph that answers best: the phrase as typed before its words anywhere.
 */
(() => {
  "use strict";

  const UNITS = "tr, li, p, dt, dd, h1, h2, h3, caption";

  /* The words of an element; a row shares its own with the items in it. */
  const known = new Map();
  function wordsOf(element) {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const words = [];
    for (let node; (node = texts.nextNode()); words.push(...known.get(node)))
      if (!known.has(node))
        known.set(
          node,
          [...node.data.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(({ 0: text, index }) => ({
            node,
            start: index,
            length: text.length,
            written: vietnamese.canonical(text),
            folded: vietnamese.fold(text),
          })),
        );
    return words;
  }

  /* Ways to answer, best first, as in search/answers.js: each gives the words to mark, if any. */
  const formOf = (piece, { marked }) => (marked ? piece.written : piece.folded);
  const isWord = (piece, sought) => formOf(piece, sought) === sought.word;
  const isBegun = (piece, sought) => formOf(piece, sought).startsWith(sought.word);

  /* In the order typed, each at most so many words after the one before. */
  const inOrder = (reach, last) => (pieces, sought) =>
    pieces.flatMap((_, at) => {
      const run = [];
      let end = at + 1;
      for (const [index, word] of sought.entries()) {
        const fits = index === sought.length - 1 ? last : isWord;
        const found = pieces.slice(at, end).find((piece) => fits(piece, word));
        if (!found) return [];
        run.push(found);
        at = pieces.indexOf(found, at) + 1;
        end = at + reach;
      }
      return run;
    });
  const anywhere = (first, last) => (pieces, sought) => {
    const found = sought.map((word, index) => {
      const fits = index === sought.length - 1 ? last : first;
      return pieces.filter((piece) => fits(piece, word));
    });
    return found.every((places) => places.length) ? found.flat() : [];
  };
  const WAYS = [
    inOrder(1, isWord),
    inOrder(1, isBegun),
    inOrder(3, isWord),
    anywhere(isWord, isWord),
    anywhere(isWord, isBegun),
    anywhere(isBegun, isBegun),
  ];

  function mark(pieces) {
    for (const node of new Set([...pieces].map((piece) => piece.node))) {
      const inNode = known.get(node).filter((piece) => pieces.has(piece));
      for (const { start, length } of inNode.reverse()) {
        node.splitText(start + length);
        const element = document.createElement("mark");
        element.append(node.splitText(start));
        node.after(element);
      }
    }
  }

  function show(typed) {
    const start = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const isAfter = (element, place) => place.compareDocumentPosition(element) & 4; // follows
    const headings = document.querySelectorAll(".md-content :is(h1, h2, h3, h4)[id]");
    const next = start && [...headings].find((heading) => isAfter(heading, start));
    const inSection = ({ element }) =>
      element === start || (start && isAfter(element, start) && (!next || isAfter(next, element)));

    const units = [...document.querySelectorAll(`.md-content :is(${UNITS})`)]
      .filter((unit) => unit.offsetParent && (!unit.querySelector("li, p, tr") || unit.matches("tr")))
      .map((element) => ({ element, words: wordsOf(element) }));

    for (const sought of [vietnamese.sought(typed), vietnamese.sought(vietnamese.fold(typed))])
      for (const near of [units.filter(inSection), units]) {
        for (const way of WAYS) {
          const first = near.find(({ words }) => way(words, sought).length)?.element;
          if (!first) continue;
          mark(new Set(units.flatMap(({ words }) => way(words, sought))));
          if (first !== start) goTo(first);
          return;
        }
      }
  }

  function goTo(unit) {
    unit.classList.add("found");
    // The browser goes to the heading once the page is loaded; the row comes after that.
    const go = () => requestAnimationFrame(() => unit.scrollIntoView({ block: "center" }));
    if (document.readyState === "complete") go();
    else addEventListener("load", () => setTimeout(go), { once: true });
  }

  const typed = new URLSearchParams(location.search).get("h");
  if (typed) show(typed);
})();
