/* A click on a figure (or Enter on it) says how it was made and where else it stands.
   Nothing is lost without this file: the reconciliation page says the same of every figure. */
"use strict";

(() => {
  if (!HTMLElement.prototype.showPopover) return;

  /* The cards of all figures are one file for all pages, fetched at the first click; as a script,
     since a page opened from a file may fetch nothing else. */
  const address = new URL(document.currentScript.dataset.cards, document.baseURI);
  const cards = document.createElement("template");
  let fetched = null;

  function fetchCards() {
    fetched ??= new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = address;
      script.addEventListener("load", () => {
        cards.innerHTML = window.figureCards;
        done();
      });
      script.addEventListener("error", failed);
      document.head.append(script);
    });
    return fetched;
  }

  const card = document.createElement("div");
  card.className = "md-typeset figure-card";
  card.setAttribute("popover", "auto");
  card.setAttribute("role", "dialog");
  card.setAttribute("aria-label", "Con số này từ đâu ra");
  card.tabIndex = -1;
  document.body.append(card);

  let opener = null;

  async function show(figure) {
    try {
      await fetchCards();
    } catch {
      fetched = null; // the file may be there at the next click
      return;
    }
    const name = figure.dataset.figure;
    const found = [...cards.content.children].find((entry) => entry.dataset.card === name);
    if (!found) return;
    card.replaceChildren(found.cloneNode(true));
    opener = figure;
    card.showPopover();
    place(figure.getBoundingClientRect());
    card.focus();
  }

  /* Below the figure, or above it when there is no room; always inside the window. */
  function place(box) {
    const { offsetWidth: width, offsetHeight: height } = card;
    const below = box.bottom + 8 + height < window.innerHeight;
    card.style.top = `${Math.max(8, below ? box.bottom + 8 : box.top - height - 8)}px`;
    card.style.left = `${Math.max(8, Math.min(box.left, window.innerWidth - width - 8))}px`;
  }

  card.addEventListener("toggle", (event) => {
    if (event.newState === "closed" && card.contains(document.activeElement)) opener?.focus();
  });

  for (const figure of document.querySelectorAll("article data.figure")) {
    figure.tabIndex = 0;
    figure.setAttribute("role", "button");
    figure.setAttribute("aria-haspopup", "dialog");
    figure.addEventListener("click", () => show(figure));
    figure.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      show(figure);
    });
  }
})();
