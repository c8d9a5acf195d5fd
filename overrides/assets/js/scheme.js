/* Light or dark. The theme's own switch has browsers work out the whole page four times as it starts,
 * which is a tenth of a second on a phone; this one touches nothing until it has to. What is chosen is
 * kept where the theme keeps it, and put back by the theme before the page is painted.
 *
 * Of each way to look there is a box, and behind it the label that leads to the next one.
 */
(() => {
  "use strict";

  const options = [...document.querySelectorAll("[name=__palette]")];
  if (!options.length) return;

  const colorsOf = ({ dataset }) => ({
    media: dataset.mdColorMedia,
    scheme: dataset.mdColorScheme,
    primary: dataset.mdColorPrimary,
    accent: dataset.mdColorAccent,
  });

  function show(option) {
    const { style } = document.documentElement;
    const colors = colorsOf(option);
    const windows = colors.scheme === "slate" ? "dark" : ""; // the window itself and its scroll bars
    if (style.colorScheme !== windows) style.colorScheme = windows;
    for (const [name, value] of Object.entries(colors)) {
      const attribute = `data-md-color-${name}`;
      if (document.body.getAttribute(attribute) !== value)
        document.body.setAttribute(attribute, value);
    }
    for (const one of options) one.nextElementSibling.hidden = one !== option;
    option.checked = true;
  }

  /* Where nothing may be kept, or something else was, the choice holds for the page. */
  function kept() {
    try {
      return options[__md_get("__palette")?.index];
    } catch {
      return undefined;
    }
  }

  function choose(option) {
    show(option);
    try {
      __md_set("__palette", { index: options.indexOf(option), color: colorsOf(option) });
    } catch {
      // as above
    }
  }

  const fits = ({ dataset }) => matchMedia(dataset.mdColorMedia).matches;
  show(kept() ?? options.find(fits) ?? options[0]);

  for (const [at, option] of options.entries()) {
    option.addEventListener("change", () => choose(option));
    option.addEventListener("keydown", ({ key }) => {
      if (key !== "Enter") return;
      const next = options[(at + 1) % options.length];
      choose(next);
      next.focus();
    });
  }
})();
