/* Which sections answer, in what order, and how each is shown.
 *
 * A section answers when it holds every word. The closer they stand the better; then come pages called
 * so, then papers before what is only read on screen, what was typed before other words for it, and
 * the pages in the order of search/words.js: documents before their appendices.
 */
const answers = (() => {
  "use strict";

  const REACH = 24; // words that "stand near", such as those of a row
  const SHOWN = 220; // letters of a teaser's block
  const RUNS = 20; // a section is as good as its first places

  /* The ways to answer, best first: how the words stand, and which of them may be only begun. What was
   * not typed so counts only where the words stand near each other, mistyped words in their order. */
  const [none, last, all] = [() => false, (at, { length }) => at === length - 1, () => true];
  const WAYS = [
    [inOrder, none],
    [inOrder, last],
    [near, none],
    [near, last],
    [near, all],
    [anywhere, none],
    [anywhere, last],
    [anywhere, all],
  ];
  const IN_ORDER = 2; // as many of the ways are phrases
  const NEAR_WHOLE = 4; // or have the words near each other, all but the last one whole

  /* The words right behind each other. */
  function inOrder([first, ...rest]) {
    return [...first]
      .filter((number) => rest.every((next, at) => next.has(number + at + 1)))
      .map((number) => [number, ...rest.map((_, at) => number + at + 1)]);
  }

  /* All of them within a few words of one block, in any order. */
  function near(sets, { places }) {
    const found = sets.flatMap((set, slot) => [...set].map((number) => [number, slot]));
    const latest = sets.map(() => -Infinity);
    const runs = [];
    for (const [number, slot] of found.sort(([one], [other]) => one - other)) {
      latest[slot] = number;
      const from = Math.min(...latest);
      if (number - from >= REACH || places[from].block !== places[number].block) continue;
      if (new Set(latest).size === sets.length) runs.push([...latest]);
    }
    return runs;
  }

  /* All of them somewhere in the section. */
  function anywhere(sets, { places }) {
    const ofSection = new Map();
    for (const number of sets.flatMap((set) => [...set])) {
      const { section } = places[number];
      if (!ofSection.has(section)) ofSection.set(section, []);
      ofSection.get(section).push(number);
    }
    return [...ofSection.values()];
  }

  const text = ({ block, start, end }) => block.text.slice(start, end);

  /* The sections that answer a reading, each in its best way. */
  function hitsOf(index, { words, cost, loose, mistyped }) {
    const ways = WAYS.slice(0, mistyped ? IN_ORDER : loose ? NEAR_WHOLE : WAYS.length);
    const mostWrong = mistyped ? Math.max(1, words.length >> 1) : Infinity;
    const whole = words.map(({ whole }) => index.placesOf(whole));
    const begun = words.map(({ more }, at) => new Set([...whole[at], ...index.placesOf(more)]));
    let left = begun
      .map((numbers) => new Set([...numbers].map((number) => index.places[number].section)))
      .reduce((some, others) => new Set([...some].filter((section) => others.has(section))));
    const hits = new Map();
    for (const [way, [arrange, mayBegin]] of ways.entries()) {
      const isLeft = (number) => left.has(index.places[number].section);
      const sets = words.map((_, at, { length }) =>
        new Set([...(mayBegin(at, words) ? begun : whole)[at]].filter(isLeft)),
      );
      for (const run of arrange(sets, index)) {
        const { section } = index.places[run[0]];
        const isWrong = ({ word }, at) => vietnamese.fold(text(index.places[run[at]])) !== word;
        const wrong = loose ? words.filter(isWrong).length : 0;
        if (wrong > mostWrong) continue;
        const hit = { section, way, wrong, cost, runs: [run], words, loose };
        const before = hits.get(section);
        if (!before || wrong < before.wrong) hits.set(section, hit);
        else if (wrong === before.wrong && before.runs.length < RUNS) before.runs.push(run);
      }
      left = new Set([...left].filter((section) => !hits.has(section)));
    }
    return [...hits.values()];
  }

  const compare = (one, other) => {
    const at = one.findIndex((value, place) => value !== other[place]);
    return at < 0 ? 0 : one[at] - other[at];
  };

  /* What a hit is sorted by; the smaller the better. */
  function keyOf({ section, way, wrong, cost, runs }, { papers, screens }, { places }) {
    const inTitle = runs.find((run) => run.every((number) => places[number].block === section.title));
    const isPage = !section.location.includes("#");
    const others = inTitle && isPage ? readings.wordsIn(section.title.text).length - inTitle.length : Infinity;
    const page = section.page.replace(/\.html$/, "");
    return [
      way,
      wrong,
      others, // words of the page's title besides those found
      screens.indexOf(page), // of papers -1
      cost,
      -section.boost,
      papers.indexOf(page),
      inTitle ? 0 : 1,
      runs[0][0],
    ];
  }

  const escape = (words) =>
    words.replace(/[&<>]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign]);

  /* Letters of a block with the words found in it marked. */
  function marked(block, found, from = 0, to = block.text.length) {
    let [html, at] = ["", from];
    for (const { start, end } of found) {
      if (start < at || end > to) continue;
      html += `${escape(block.text.slice(at, start))}<mark>${escape(block.text.slice(start, end))}</mark>`;
      at = end;
    }
    return html + escape(block.text.slice(at, to));
  }

  /* A block, or what stands about the first word found in it. */
  function teaser(block, found) {
    const { length } = block.text;
    const first = block.text.search(/\S/);
    const middle = found[0]?.start ?? 0;
    const isShort = length <= SHOWN || middle < SHOWN / 3;
    const from = isShort ? first : block.text.indexOf(" ", middle - SHOWN / 3) + 1;
    const end = length <= SHOWN ? -1 : block.text.indexOf(" ", from + SHOWN);
    const to = end < 0 ? length : end;
    const [before, after] = [isShort ? "" : "… ", to < length ? " …" : ""];
    return `<p>${before}${marked(block, found, from, to)}${after}</p>`;
  }

  /* A hit as the theme shows it. Its link carries what is found, which found.js marks on the page. */
  function shown({ section, runs, words, loose }, score, { places }, typed = "") {
    const found = [...new Set(runs.flat())].sort((one, other) => one - other).map((at) => places[at]);
    const inBlock = (block) => found.filter((place) => place.block === block);
    const texts = section.blocks.filter((block) => block !== section.title && block.text.trim());
    const best = texts.filter((block) => inBlock(block).length).slice(0, 2);
    const sought = loose
      ? [...runs[0]].sort((one, other) => one - other).map((at) => text(places[at]))
      : words.map(({ word }) => word);
    const [page, heading] = section.location.split("#");
    const link = `${page}?${new URLSearchParams({ h: sought.join(" ") })}`;
    return {
      location: heading ? `${link}#${heading}` : link,
      title: marked(section.title, inBlock(section.title)),
      text: (best.length ? best : texts.slice(0, 1))
        .map((block) => teaser(block, inBlock(block)))
        .join(""),
      score,
      terms: loose ? { [typed]: false } : {}, // the theme says so
    };
  }

  /* The hits of the first round that has any; of readings that agree on a section the best. Beside the
   * phrase itself nothing counts that only begins like its words. */
  function found(index, typed, words) {
    const quoted = [...typed.matchAll(/"([^"]+)"/g)].map(([, text]) => readings.wordsIn(text));
    const together = quoted.map((words) => {
      const reading = { words: words.map((word) => ({ word, whole: [word], more: [] })), cost: 0 };
      return new Set(hitsOf(index, reading).filter(({ way }) => !way).map(({ section }) => section));
    });
    const best = (hits) => {
      const kept = new Map();
      for (const hit of hits) {
        const key = keyOf(hit, words, index);
        const before = kept.get(hit.section);
        if (!before || compare(key, before.key) < 0) kept.set(hit.section, { ...hit, key });
      }
      const sorted = [...kept.values()].sort((one, other) => compare(one.key, other.key));
      const isPhrase = sorted[0]?.way < IN_ORDER;
      return sorted.filter(({ way }) => !isPhrase || WAYS[way][1] !== all);
    };
    for (const round of readings.rounds(index, typed, words)) {
      const hits = round
        .flatMap((reading) => hitsOf(index, reading))
        .filter(({ section }) => together.every((sections) => sections.has(section)));
      if (hits.length) return best(hits);
    }
    return [];
  }

  /* Pages, each as its sections; the theme wants the page itself among them. */
  return (index, typed, words) => {
    if (!readings.wordsIn(typed).length) return [];
    const hits = found(index, typed, words);
    const pages = new Map();
    hits.forEach((hit, at) => {
      const { page } = hit.section;
      if (!pages.has(page)) pages.set(page, []);
      pages.get(page).push(shown(hit, hits.length - at, index, typed));
    });
    for (const [page, items] of pages)
      if (!items.some(({ location }) => !location.includes("#"))) {
        const section = index.sections.find(({ location }) => location === page);
        items.push({ ...shown({ section, runs: [], words: [] }, 0, index), location: page });
      }
    return [...pages.values()];
  };
})();
