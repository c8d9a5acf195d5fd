/* Vietnamese text in the browser: the same folding and order as conference/wording. */
const vietnamese = (() => {
  "use strict";

  const TONES = "\u0300\u0309\u0303\u0301\u0323"; // huyền, hỏi, ngã, sắc, nặng
  const ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
  const FOREIGN = 1000;

  const moved = new Map();
  for (const pair of ["oa", "oe", "uy"])
    for (const tone of TONES)
      moved.set((pair + tone).normalize("NFC"), (pair[0] + tone + pair[1]).normalize("NFC"));
  const oldPair = new RegExp(`(?<!q)(?:${[...moved.keys()].join("|")})(?!\\p{L})`, "gu");

  /* Lower case, NFC, new tone position. */
  const canonical = (text) =>
    text.normalize("NFC").toLowerCase().replace(oldPair, (pair) => moved.get(pair));

  /* Without any marks, đ as d; one character stays one character. */
  const fold = (text) =>
    canonical(text).normalize("NFD").replace(/\p{M}/gu, "").replace(/[đð]/g, "d").normalize("NFC");

  /* The words typed: with marks they are looked for with marks, else without. */
  const bare = (text) => text.replace(/[^\p{L}\p{N}]+/gu, " ");
  const sought = (typed) =>
    (canonical(typed).match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => ({
      word,
      marked: word !== fold(word),
    }));

  /* A test for texts that hold every word typed, the last at least begun (hoà may become hoàn). */
  function matcher(typed) {
    const isOpen = /[\p{L}\p{M}\p{N}]$/u.test(typed);
    const begun = ` ${typed.normalize("NFC").toLowerCase().match(/[\p{L}\p{N}]*$/u)}`;
    const words = sought(typed).map(({ word, marked }, index, { length }) => {
      const open = isOpen && index === length - 1;
      return { marked, ends: open ? [` ${word}`, begun] : [` ${word} `] };
    });
    if (!words.length) return () => true;
    return (text) => {
      const [written, folded] = [` ${bare(canonical(text))} `, ` ${bare(fold(text))} `];
      return words.every(({ marked, ends }) =>
        ends.some((end) => (marked ? written : folded).includes(end)),
      );
    };
  }

  function letterKey(character) {
    let [tone, kept] = [0, ""];
    for (const mark of character.normalize("NFD"))
      if (TONES.includes(mark)) tone = TONES.indexOf(mark) + 1;
      else kept += mark;
    const letter = kept.normalize("NFC");
    const rank = ALPHABET.indexOf(letter) + 1;
    return [rank || FOREIGN + letter.codePointAt(0), tone];
  }

  /* A syllable as two lists: its letters, then its tones. Figures come first, by value. */
  function syllableKey(part) {
    if (/^[0-9]/.test(part)) {
      const digits = part.replace(/^0+/, "");
      return [[0, digits.length, ...[...digits].map(Number)], []];
    }
    const letters = [...part].map(letterKey);
    return [letters.map(([rank]) => rank), letters.map(([, tone]) => tone)];
  }

  const sortKey = (text) => (canonical(text).match(/[0-9]+|\p{L}+/gu) ?? []).map(syllableKey);

  /* For full names: tên (the last word), then họ (the first), then the words between. */
  function personKey(name) {
    const words = name.split(/\s+/).filter(Boolean);
    const family = words.length > 1 ? words[0] : "";
    return [words.at(-1) ?? "", family, words.slice(1, -1).join(" ")].map(sortKey);
  }

  function compare(a, b) {
    if (!Array.isArray(a)) return a - b;
    for (let i = 0; i < Math.min(a.length, b.length); i++) {
      const order = compare(a[i], b[i]);
      if (order) return order;
    }
    return a.length - b.length;
  }

  return { canonical, fold, sought, matcher, sortKey, personKey, compare };
})();
